"""Answers four requests at a time, the last one first, and floods standard error."""

import sys

from halves import half, serve

waiting = []


def reply(request):
    print("x" * 100_000, file=sys.stderr)
    waiting.append(request)
    if len(waiting) < 4:
        return []
    answers = [half(one) for one in reversed(waiting)]
    waiting.clear()
    return answers


serve(reply)
