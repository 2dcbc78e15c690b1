"""MLX on the CPU as an implementation under test: `Tests/Adapters/run apple_mlx`.

Its weights are those of samples, not of classes, and its label_smoothing and delta are Python numbers.
"""

import mlx.core as mx
import mlx.nn as nn
import numpy as np
from mlx.nn import losses

from adapter import Framework, Reject, run


class MLX(Framework):
    refusals = (ValueError, IndexError)

    def tensor(self, array, format):
        # Only the CPU has float64, and only for those who ask for it.
        return mx.array(array, dtype=getattr(mx, format))

    def array(self, tensor, format):
        # numpy has no bfloat16; a float32 holds the same number.
        wide = tensor.astype(mx.float32) if tensor.dtype == mx.bfloat16 else tensor
        return np.array(wide), str(tensor.dtype).removeprefix("mlx.core.")

    def differentiates(self, function):
        return True

    def value_and_gradient(self, function, values, names, cotangent):
        def of_these(*inputs):
            return function(**{**values, **dict(zip(names, inputs))})

        if cotangent is None:
            cotangent = mx.ones_like(function(**values))
        [value], gradients = mx.vjp(of_these, [values[name] for name in names], [cotangent])
        return value, dict(zip(names, gradients))


# Activations

def sigmoid(x):
    return nn.sigmoid(x)


def log_sigmoid(x):
    return nn.log_sigmoid(x)


def softplus(x):
    return nn.softplus(x)


def relu(x):
    return nn.relu(x)


def log_sum_exp(x):
    return mx.logsumexp(x, axis=-1)


def softmax(x, *, temperature=1):
    return nn.softmax(x / temperature, axis=-1)


def log_softmax(x, *, temperature=1):
    return nn.log_softmax(x / temperature, axis=-1)


# Losses

def vectors(*arrays):
    """The sum below would take anything; it is of vectors."""
    if any(array.ndim != 1 for array in arrays):
        raise Reject("a vector is expected")


def kl_divergence(p, q):
    vectors(p, q)
    return losses.kl_div_loss(mx.log(q), mx.log(p), reduction="sum")


def binary_cross_entropy(p, y, weight=None, *, reduction="mean"):
    return losses.binary_cross_entropy(p, y, weight, with_logits=False, reduction=reduction)


def binary_cross_entropy_with_logits(logits, y, weight=None, *, reduction="mean"):
    return losses.binary_cross_entropy(logits, y, weight, reduction=reduction)


def categorical_cross_entropy_with_logits(logits, y, *, reduction="mean", label_smoothing: float = 0.0):
    return losses.cross_entropy(logits, y, axis=1, label_smoothing=label_smoothing, reduction=reduction)


def sparse_categorical_cross_entropy_with_logits(logits, labels, *, reduction="mean", label_smoothing: float = 0.0):
    return losses.cross_entropy(logits, labels, axis=1, label_smoothing=label_smoothing, reduction=reduction)


def nll_loss(log_p, labels, *, reduction="mean"):
    return losses.nll_loss(log_p, labels, axis=1, reduction=reduction)


def hinge(scores, y, *, reduction="mean"):
    return losses.hinge_loss(scores, y, reduction=reduction)


def mean_squared_error(prediction, target, *, reduction="mean"):
    return losses.mse_loss(prediction, target, reduction=reduction)


def mean_absolute_error(prediction, target, *, reduction="mean"):
    return losses.l1_loss(prediction, target, reduction=reduction)


def huber(prediction, target, *, delta: float = 1.0, reduction="mean"):
    return losses.huber_loss(prediction, target, delta=delta, reduction=reduction)


# Linear models

def linear(x, w, b=None):
    return x @ w if b is None else mx.addmm(b, x, w)


FUNCTIONS = [
    sigmoid, log_sigmoid, softplus, relu, log_sum_exp, softmax, log_softmax,
    kl_divergence, binary_cross_entropy, binary_cross_entropy_with_logits,
    categorical_cross_entropy_with_logits, sparse_categorical_cross_entropy_with_logits, nll_loss,
    hinge, mean_squared_error, mean_absolute_error, huber, linear,
]

# What its documentation says, and what it is known to do where that says nothing.
PROFILE = {
    "empty_mean": "nan",
    "label_out_of_range": "unspecified",
    "out_of_domain": "accepts",
    "zero_times_infinity": "nan",
    "infinite_logit": "nan",
    "log_clip": {"loss": 100},  # binary_cross_entropy
    "unnormalised": "as_written",
    "label_smoothing": "over_classes",
    "accumulation": "format",
}

if __name__ == "__main__":
    mx.set_default_device(mx.cpu)
    run(
        {function.__name__: function for function in FUNCTIONS},
        name="mlx",
        version=f"mlx {mx.__version__}, cpu",
        formats=["float64", "float32", "float16", "bfloat16"],
        framework=MLX(),
        profile=PROFILE,
    )
