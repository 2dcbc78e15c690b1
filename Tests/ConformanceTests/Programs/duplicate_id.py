"""Answers every request twice."""

from halves import half, serve

serve(lambda request: [half(request), half(request)])
