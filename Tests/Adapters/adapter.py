"""What every Python adapter for `xent` shares: the lines, the bits, the hello and the bye.

An adapter is a table from the protocol's function names to Python functions, and one call of `run`. A Python
function's own signature says what it can do:

    def softmax(x, *, temperature=None):        # the argument `x`, the option `temperature`
        ...

Parameters before the `*` are arguments, those after it options; a default makes one optional. Real tensors arrive as
numpy arrays in the format that was asked for, integer tensors as int64 arrays, real options as numpy scalars.
"""

import inspect
import json
import os
import sys
import traceback

try:
    import numpy as np
except ImportError as problem:
    reason = str(problem).strip().split("\n")[0]
    sys.exit(f"adapter.py needs numpy ({reason}): python3 -m pip install numpy")


class Reject(Exception):
    """Raise it for an input that the implementation refuses. Refusing may be the right answer."""


class Unsupported(Exception):
    """Raise it for what the implementation cannot do. It never counts as a pass."""


# Bits and arrays

# How an element is stored. numpy has no bfloat16: its sixteen bits are the upper half of a float32.
STORAGE = {"float64": ">f8", "float32": ">f4", "float16": ">f2", "bfloat16": ">u2"}


def array_from_tensor(tensor, format):
    """The array that a tensor of a request stands for. A bfloat16 tensor becomes a float32 array, exactly."""
    if "integers" in tensor:
        return np.array(tensor["integers"], dtype=np.int64).reshape(tensor["shape"])
    stored = np.frombuffer(bytes.fromhex(tensor["bits"]), dtype=STORAGE[format]).reshape(tensor["shape"])
    if format == "bfloat16":
        return (stored.astype(np.uint32) << np.uint32(16)).view(np.float32)
    return stored.astype(format)


def tensor_from_array(array, format):
    """The tensor of a reply to a request in `format`. An array in another format says so, and is judged in its own.

    numpy goes from float32 to float64 without a word, so a "format" that you did not intend is a promotion.
    """
    array = np.asarray(array)
    if format == "bfloat16" and array.dtype == np.float32:
        stored = bfloat16_bits(array)
    elif array.dtype.name in STORAGE:
        format, stored = array.dtype.name, array
    else:
        raise TypeError(f"the function returned {array.dtype.name}, which is no real format")
    return {"shape": list(array.shape), "bits": stored.astype(STORAGE[format]).tobytes().hex(), "format": format}


def bfloat16_bits(array):
    """Each float32 rounded to the nearest bfloat16, to the even one when two are equally near."""
    bits = np.asarray(array, dtype=np.float32).view(np.uint32)
    half = np.uint32(0x7FFF) + ((bits >> np.uint32(16)) & np.uint32(1))
    return np.where(np.isnan(array), np.uint32(0x7FC0), (bits + half) >> np.uint32(16))


# Requests and replies

def parameters(function):
    """The names of a function's arguments and of its options."""
    kinds = [(name, parameter.kind) for name, parameter in inspect.signature(function).parameters.items()]
    options = [name for name, kind in kinds if kind == inspect.Parameter.KEYWORD_ONLY]
    return [name for name, _ in kinds if name not in options], options


def value_of(request, functions, formats):
    """The value that a request asks for, as a tensor."""
    name, format = request["function"], request["format"]
    if name not in functions:
        raise Unsupported(name)
    if format not in formats:
        raise Unsupported(format)
    if request.get("gradient"):
        raise Unsupported("gradient")

    known_arguments, known_options = parameters(functions[name])
    values = {}
    for argument, tensor in request.get("arguments", {}).items():
        if argument not in known_arguments:
            raise Unsupported(argument)
        values[argument] = array_from_tensor(tensor, format)
    for option, value in request.get("options", {}).items():
        if option not in known_options:
            raise Unsupported(option)
        values[option] = array_from_tensor(value, format)[()] if isinstance(value, dict) else value
    return tensor_from_array(functions[name](**values), format)


def reply_to(request, functions, formats):
    """The reply to one request, whatever happens while it is answered."""
    reply = {"id": request["id"]}
    try:
        reply["value"] = value_of(request, functions, formats)
    except Reject as reason:
        reply["reject"] = str(reason)
    except Unsupported as what:
        reply["unsupported"] = str(what)
    except Exception as problem:
        traceback.print_exc()
        reply["error"] = f"{type(problem).__name__}: {problem}"
    return reply


# The conversation

def run(functions, *, name, version, formats, profile=None, batch=64):
    """Answers the lines of standard input until it ends.

    `functions` is the table, `formats` what every function in it accepts, `profile` the policies to be held to (those
    left out are inferred), `batch` how many requests may be in flight.
    """
    # The replies keep standard output to themselves: whatever else is printed, by a library too, is a diagnostic.
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    np.seterr(all="ignore")  # infinities and NaNs are answers here

    hello = {
        "protocol": 1, "name": name, "version": version, "language": "python",
        "functions": {key: {"formats": formats, "gradient": False, "options": parameters(function)[1]}
                      for key, function in functions.items()},
        "profile": profile or {}, "batch": batch,
    }
    answered = 0
    for line in sys.stdin.buffer:
        try:
            message = json.loads(line)
        except (ValueError, RecursionError) as problem:
            message, reply = {}, {"id": None, "error": f"the line is not JSON: {problem}"}
        else:
            reply = {"id": None, "error": "the line is no hello, no bye and has no id"}

        if not isinstance(message, dict):
            pass
        elif "id" in message:
            reply = reply_to(message, functions, formats)
            answered += 1
        elif "hello" in message:
            reply = {"hello": hello}
        elif "bye" in message:
            reply = {"bye": {"answered": answered}}

        replies.write(json.dumps(reply).encode() + b"\n")
        replies.flush()
