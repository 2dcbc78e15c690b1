"""Speaks a protocol of the future."""

from halves import serve

serve(hello={"protocol": 2, "name": "halves"})
