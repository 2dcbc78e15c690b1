"""Dies of the third request, with a word on standard error."""

import sys

from halves import half, serve


def reply(request):
    if request["id"] == "q2":
        print("cannot go on", file=sys.stderr, flush=True)
        sys.exit(3)
    return [half(request)]


serve(reply)
