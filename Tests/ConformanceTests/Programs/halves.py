"""An implementation that answers one half to everything; the other programs misbehave in one way each."""

import json
import sys

HELLO = {"protocol": 1, "name": "halves", "version": "1", "batch": 4}


def say(message):
    print(message if isinstance(message, str) else json.dumps(message), flush=True)


def half(request):
    return {"id": request["id"], "value": {"shape": [], "values": [0.5]}}


def serve(reply=lambda request: [half(request)], hello=HELLO, bye=lambda count: {"answered": count}):
    """`reply` gives the lines with which a request is answered."""
    answered = 0
    for line in sys.stdin:
        message = json.loads(line)
        if "hello" in message:
            say({"hello": hello})
        elif "bye" in message:
            say({"bye": bye(answered)})
        else:
            for answer in reply(message):
                say(answer)
            answered += 1


if __name__ == "__main__":
    serve()
