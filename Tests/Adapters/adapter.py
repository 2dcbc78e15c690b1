"""What every Python adapter for `xent` shares: the lines, the bits, the hello and the bye.

An adapter is a table from the protocol's function names to Python functions, and one call of `run`. A Python
function's own signature says what it can do:

    def softmax(x, *, temperature=1):        # the argument `x`, the option `temperature`
        ...

Parameters before the `*` are arguments, those after it options; a default makes one optional. Real tensors arrive as
numpy arrays in the format that was asked for, integer tensors as int64 arrays, real options as arrays of shape []. An
option annotated `: float` arrives as a Python number instead. No derivative is taken by that, nor by what is annotated
`: Constant`.

A framework with tensors of its own, or with gradients, is described once, by a `Framework`.
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


class Constant:
    """Annotates a tensor that the framework does not differentiate by."""


class Framework:
    """How tensors are made, read and differentiated. As it stands: numpy's arrays, and no gradients.

    Formats go by the protocol's names: float64, float32, float16, bfloat16; int64 for labels.
    """

    # The exceptions by which it refuses an input. They become rejects, like `Reject` itself.
    refusals = ()

    def tensor(self, array, format):
        """The tensor of a numpy array, in `format`. A bfloat16 one comes as a float32 array of the same numbers."""
        return array

    def array(self, tensor, format):
        """A tensor as a numpy array, and the format that it is in. `format` is the request's.

        numpy goes from float32 to float64 without a word, so a format that you did not intend is a promotion. A Python
        number is in no format, and is put into the request's.
        """
        if type(tensor) in (int, float):
            return np.float32(tensor) if format == "bfloat16" else np.dtype(format).type(tensor), format
        array = np.asarray(tensor)
        rounded = format == "bfloat16" and array.dtype == np.float32
        return array, "bfloat16" if rounded else array.dtype.name

    def differentiates(self, function):
        """Whether `value_and_gradient` can be asked of a function of the table."""
        return False

    def value_and_gradient(self, function, values, names, cotangent):
        """`function(**values)`, and by name its derivatives by `names`, contracted with `cotangent`.

        No cotangent (None) stands for ones of the value's shape.
        """
        raise Unsupported("gradient")


# Bits and arrays

# How an element is stored. numpy has no bfloat16: its sixteen bits are the upper half of a float32.
STORAGE = {"float64": ">f8", "float32": ">f4", "float16": ">f2", "bfloat16": ">u2"}


def array_from_tensor(tensor, format):
    """The array that a tensor of a request stands for. A bfloat16 tensor becomes a float32 array, exactly."""
    if "integers" in tensor:
        return np.array(tensor["integers"], dtype=np.int64).reshape(tensor["shape"])
    stored = np.frombuffer(bytes.fromhex(tensor["bits"]), dtype=STORAGE[format]).reshape(tensor["shape"])
    if format == "bfloat16":
        return np.asarray(stored.astype(np.uint32) << np.uint32(16)).view(np.float32)
    return stored.astype(format)


def tensor_from_array(array, format):
    """The tensor of a reply. It is judged in its own format, whatever was asked for."""
    if format not in STORAGE:
        raise TypeError(f"the function returned {format}, which is no real format")
    stored = np.asarray(bfloat16_bits(array) if format == "bfloat16" else array)
    return {"shape": list(stored.shape), "bits": stored.astype(STORAGE[format]).tobytes().hex(), "format": format}


def bfloat16_bits(array):
    """Each number rounded to the nearest bfloat16, to the even one when two are equally near."""
    array = np.asarray(array, dtype=np.float32)
    bits = array.view(np.uint32)
    half = np.uint32(0x7FFF) + ((bits >> np.uint32(16)) & np.uint32(1))
    return np.where(np.isnan(array), np.uint32(0x7FC0), (bits + half) >> np.uint32(16))


# Requests and replies

def parameters(function):
    """The names of a function's arguments and of its options."""
    kinds = [(name, parameter.kind) for name, parameter in inspect.signature(function).parameters.items()]
    options = [name for name, kind in kinds if kind == inspect.Parameter.KEYWORD_ONLY]
    return [name for name, _ in kinds if name not in options], options


def annotation(function, name):
    """What a function says of one of its parameters; None where there is no such parameter."""
    return getattr(inspect.signature(function).parameters.get(name), "annotation", None)


class Subject:
    """A table of functions of a framework, as an implementation that answers requests."""

    def __init__(self, functions, framework, formats):
        self.functions, self.framework, self.formats = functions, framework, formats

    def formats_of(self, name):
        return self.formats.get(name, self.formats.get("*", [])) if isinstance(self.formats, dict) else self.formats

    def declaration(self, name):
        """What the hello says of a function."""
        function = self.functions[name]
        arguments, options = parameters(function)
        gradient = [key for key in arguments + options if annotation(function, key) not in (float, Constant)]
        return {"formats": self.formats_of(name), "options": options,
                "gradient": gradient if self.framework.differentiates(function) else False}

    def tensor(self, tensor, format):
        """The framework's own tensor for one of a request."""
        return self.framework.tensor(array_from_tensor(tensor, format), "int64" if "integers" in tensor else format)

    def reply_tensor(self, tensor, format):
        return tensor_from_array(*self.framework.array(tensor, format))

    def values(self, request, function):
        """The arguments and options of a request, as the function takes them."""
        format = request["format"]
        known_arguments, known_options = parameters(function)
        values = {}
        for argument, tensor in request.get("arguments", {}).items():
            if argument not in known_arguments:
                raise Unsupported(argument)
            values[argument] = self.tensor(tensor, format)
        for option, value in request.get("options", {}).items():
            if option not in known_options:
                raise Unsupported(option)
            if not isinstance(value, dict):
                values[option] = value
            elif annotation(function, option) is float:
                values[option] = float(array_from_tensor(value, format))
            else:
                values[option] = self.tensor(value, format)
        try:
            inspect.signature(function).bind(**values)
        except TypeError as what:
            raise Reject(what)
        return values

    def standard(self, function, name, format):
        """The tensor of a real option's default, for a derivative by an option that is not given."""
        default = getattr(inspect.signature(function).parameters.get(name), "default", None)
        if not isinstance(default, (int, float)):
            raise Reject(f"there is no {name} to differentiate by")
        array = np.array(default, dtype="float32" if format == "bfloat16" else format)
        return self.framework.tensor(array, format)

    def answer(self, request):
        """The value that a request asks for, and its gradients if it asks for any."""
        name, format = request["function"], request["format"]
        if name not in self.functions:
            raise Unsupported(name)
        if format not in self.formats_of(name):
            raise Unsupported(format)
        function = self.functions[name]
        values = self.values(request, function)
        names = request.get("gradient", [])
        if not names:
            return {"value": self.reply_tensor(function(**values), format)}

        if not self.framework.differentiates(function):
            raise Unsupported("gradient")
        for name in names:
            if "integers" in request.get("arguments", {}).get(name, {}):
                raise Reject(f"{name} holds integers, which nothing is differentiated by")
            if annotation(function, name) in (float, Constant):
                raise Unsupported(f"gradient by {name}")
            if name not in values:
                values[name] = self.standard(function, name, format)
        cotangent = self.tensor(request["cotangent"], format) if "cotangent" in request else None
        value, gradient = self.framework.value_and_gradient(function, values, names, cotangent)
        return {"value": self.reply_tensor(value, format),
                "gradient": {name: self.reply_tensor(gradient[name], format) for name in names}}

    def reply(self, request):
        """The reply to one request, whatever happens while it is answered."""
        reply = {"id": request["id"]}
        try:
            reply.update(self.answer(request))
        except (Unsupported, NotImplementedError) as what:
            reply["unsupported"] = str(what)
        except (Reject, *self.framework.refusals) as reason:
            reply["reject"] = str(reason)
        except Exception as problem:
            traceback.print_exc()
            reply["error"] = f"{type(problem).__name__}: {problem}"
        return reply


# The conversation

def run(functions, *, name, version, formats, framework=Framework(), profile=None, batch=64):
    """Answers the lines of standard input until it ends.

    `functions` is the table, `formats` a list of what every function in it accepts, or such lists by function name
    with "*" for the rest, `profile` the policies to be held to (those left out are the specification's own),
    `batch` how many requests may be in flight.
    """
    # The replies keep standard output to themselves: whatever else is printed, by a library too, is a diagnostic.
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    np.seterr(all="ignore")  # infinities and NaNs are answers here

    subject = Subject(functions, framework, formats)
    hello = {
        "protocol": 1, "name": name, "version": version, "language": "python",
        "functions": {key: subject.declaration(key) for key in functions},
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
            reply = subject.reply(message)
            answered += 1
        elif "hello" in message:
            reply = {"hello": hello}
        elif "bye" in message:
            reply = {"bye": {"answered": answered}}

        replies.write(json.dumps(reply).encode() + b"\n")
        replies.flush()
