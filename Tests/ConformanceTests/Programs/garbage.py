"""Prints where only replies may stand."""

from halves import half, serve

serve(lambda request: ["loading the model …", half(request)])
