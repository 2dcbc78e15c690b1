"""Answers a request that was never asked."""

from halves import half, serve

serve(lambda request: [half({"id": "x" + request["id"]})])
