"""tinygrad on the CPU as an implementation under test: `Tests/Adapters/run tiny_grad`.

Every new shape is a new kernel, which a compiler makes: the first run takes a while. Its label_smoothing is a Python
number, and sparse_categorical_crossentropy says by an ignore_index of -1 that there is none.
"""

from importlib.metadata import version

from tinygrad import Device, Tensor, dtypes

from adapter import Framework, run


class Tinygrad(Framework):
    refusals = (ValueError, IndexError, RuntimeError, AssertionError)

    def tensor(self, array, format):
        return Tensor(array.copy()).cast(getattr(dtypes, format)).realize()

    def array(self, tensor, format):
        # numpy has no bfloat16; a float32 holds the same number.
        name = {dtypes.bfloat16: "bfloat16", dtypes.half: "float16", dtypes.float: "float32",
                dtypes.double: "float64"}[tensor.dtype]
        return (tensor.float() if name == "bfloat16" else tensor).numpy(), name

    def differentiates(self, function):
        return True

    def value_and_gradient(self, function, values, names, cotangent):
        value = function(**values)
        outputs = Tensor.ones(*value.shape, dtype=value.dtype) if cotangent is None else cotangent
        return value, dict(zip(names, value.gradient(*(values[name] for name in names), gradient=outputs)))


# Activations

def sigmoid(x):
    return x.sigmoid()


def log_sigmoid(x):
    return x.logsigmoid()


def softplus(x):
    return x.softplus()


def relu(x):
    return x.relu()


def log_sum_exp(x):
    return x.logsumexp(axis=-1)


def softmax(x, *, temperature=1):
    return (x / temperature).softmax(axis=-1)


def log_softmax(x, *, temperature=1):
    return (x / temperature).log_softmax(axis=-1)


# Losses

def binary_cross_entropy(p, y, *, reduction="mean"):
    return p.binary_crossentropy(y, reduction=reduction)


def binary_cross_entropy_with_logits(logits, y, pos_weight=None, *, reduction="mean"):
    return logits.binary_crossentropy_logits(y, reduction=reduction, pos_weight=pos_weight)


def categorical_cross_entropy_with_logits(logits, y, *, reduction="mean", label_smoothing: float = 0.0):
    return logits.cross_entropy(y, reduction=reduction, label_smoothing=label_smoothing)


def sparse_categorical_cross_entropy_with_logits(
    logits, labels, *, reduction="mean", ignore_index=-1, label_smoothing: float = 0.0
):
    # The classes are its last axis.
    rows = logits.permute(0, *range(2, logits.ndim), 1)
    return rows.sparse_categorical_crossentropy(
        labels, ignore_index=ignore_index, label_smoothing=label_smoothing, reduction=reduction)


def nll_loss(log_p, labels, class_weight=None, *, reduction="mean", ignore_index=None):
    return log_p.nll_loss(labels, class_weight, ignore_index=ignore_index, reduction=reduction)


# Linear models

def linear(x, w, b=None):
    # A vector would be multiplied element by element, as a scale.
    return x.linear(w, b) if w.ndim == 2 else x.dot(w) if b is None else x.dot(w) + b


FUNCTIONS = [
    sigmoid, log_sigmoid, softplus, relu, log_sum_exp, softmax, log_softmax,
    binary_cross_entropy, binary_cross_entropy_with_logits,
    categorical_cross_entropy_with_logits, sparse_categorical_cross_entropy_with_logits, nll_loss, linear,
]

# What its documentation says, and what it is known to do where that says nothing.
PROFILE = {
    "all_ignored_mean": "nan",
    "empty_mean": "nan",
    "label_out_of_range": "zero",
    "out_of_domain": "accepts",
    "zero_times_infinity": "nan",
    "infinite_logit": "nan",
    "log_clip": "none",
    "unnormalised": "as_written",
    "weighted_mean_sparse": "weight_sum",
    "label_smoothing": "over_classes",
}

if __name__ == "__main__":
    run(
        {function.__name__: function for function in FUNCTIONS},
        name="tinygrad",
        version=f"tinygrad {version('tinygrad')}, {Device.DEFAULT}",
        formats=["float64", "float32", "float16", "bfloat16"],
        framework=Tinygrad(),
        profile=PROFILE,
        batch=8,
    )
