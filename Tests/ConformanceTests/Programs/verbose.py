"""Answers at length: more than any pipe holds, before it reads on."""

from halves import half, serve

serve(lambda request: [half(request) | {"remark": "x" * 200_000}])
