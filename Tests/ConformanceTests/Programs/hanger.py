"""Never answers the second request."""

import time

from halves import half, serve


def reply(request):
    if request["id"] == "q1":
        time.sleep(600)
    return [half(request)]


serve(reply)
