"""Has lost count at the end."""

from halves import serve

serve(bye=lambda count: {"answered": count - 1})
