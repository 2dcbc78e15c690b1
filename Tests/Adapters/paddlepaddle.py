"""PaddlePaddle on the CPU as an implementation under test: `Tests/Adapters/run paddlepaddle`.

The CPU's kernels are of float64 and float32. It does not differentiate by targets and class weights, nor by
label_smoothing and delta, which are Python numbers. Its sigmoid_focal_loss cannot do without an alpha, and is left out.
"""

import paddle
from paddle import distribution as distributions
from paddle.nn import functional as F

from adapter import Constant, Framework, Reject, run


class Paddle(Framework):
    # A RuntimeError is how its kernels refuse shapes and values; the rest is refused in Python.
    refusals = (ValueError, TypeError, IndexError, RuntimeError, AssertionError)

    def tensor(self, array, format):
        return paddle.to_tensor(array, dtype=format)

    def array(self, tensor, format):
        return tensor.numpy(), str(tensor.dtype).removeprefix("paddle.")

    def differentiates(self, function):
        return True

    def value_and_gradient(self, function, values, names, cotangent):
        inputs = [values[name] for name in names]
        for tensor in inputs:
            tensor.stop_gradient = False
        value = function(**values)
        outputs = paddle.ones_like(value) if cotangent is None else cotangent
        gradients = paddle.grad([value], inputs, [outputs], allow_unused=True)
        # What the value does not depend on has no gradient, which is zero.
        return value, {
            name: paddle.zeros_like(tensor) if gradient is None else gradient
            for name, tensor, gradient in zip(names, inputs, gradients)
        }


# Entropies

def vectors(*arrays):
    """The sum below would take anything; it is of vectors."""
    if any(array.ndim != 1 for array in arrays):
        raise Reject("a vector is expected")


def kl_divergence(p: Constant, q):
    vectors(p, q)
    return F.kl_div(paddle.log(q), p, reduction="sum")


# The parameter of each family of distributions, and how to make one of it.
FAMILIES = {
    "uniform": ("width", lambda width: distributions.Uniform(paddle.zeros_like(width), width)),
    "normal": ("sigma", lambda sigma: distributions.Normal(paddle.zeros_like(sigma), sigma)),
    "exponential": ("rate", distributions.Exponential),
    "laplace": ("scale", lambda scale: distributions.Laplace(paddle.zeros_like(scale), scale)),
}


def differential_entropy(*, distribution="uniform", width=None, sigma=None, rate=None, scale=None):
    given = {"width": width, "sigma": sigma, "rate": rate, "scale": scale}
    given = {name: value for name, value in given.items() if value is not None}
    if distribution not in FAMILIES:
        raise Reject(f"there is no distribution {distribution!r} here")
    parameter, family = FAMILIES[distribution]
    if list(given) != [parameter]:
        raise Reject(f"{distribution} takes {parameter}, and nothing else")
    return family(given[parameter]).entropy()


# Activations

def sigmoid(x):
    return F.sigmoid(x)


def log_sigmoid(x):
    return F.log_sigmoid(x)


def softplus(x):
    return F.softplus(x)


def relu(x):
    return F.relu(x)


def log_sum_exp(x):
    return paddle.logsumexp(x, axis=-1)


def softmax(x, *, temperature=1):
    return F.softmax(x / temperature, axis=-1)


def log_softmax(x, *, temperature=1):
    return F.log_softmax(x / temperature, axis=-1)


# Losses

def binary_cross_entropy(p, y: Constant, weight=None, *, reduction="mean"):
    return F.binary_cross_entropy(p, y, weight, reduction=reduction)


def binary_cross_entropy_with_logits(logits, y: Constant, weight=None, pos_weight=None, *, reduction="mean"):
    return F.binary_cross_entropy_with_logits(logits, y, weight, reduction=reduction, pos_weight=pos_weight)


def labelled(losses, reduction):
    """The losses as they are, or their sum. For each label by itself Paddle keeps an axis of length 1."""
    return losses.squeeze(1) if reduction == "none" else losses


def categorical_cross_entropy(p, y: Constant, class_weight: Constant = None, *, reduction="mean"):
    losses = F.cross_entropy(p, y, class_weight, soft_label=True, axis=1, use_softmax=False, reduction=reduction)
    return labelled(losses, reduction)


def categorical_cross_entropy_with_logits(
    logits, y: Constant, class_weight: Constant = None, *, reduction="mean", label_smoothing: float = 0.0
):
    losses = F.cross_entropy(
        logits, y, class_weight, soft_label=True, axis=1, reduction=reduction, label_smoothing=label_smoothing)
    return labelled(losses, reduction)


def sparse_categorical_cross_entropy(p, labels, class_weight: Constant = None, *, reduction="mean", ignore_index=-100):
    return F.cross_entropy(
        p, labels, class_weight, ignore_index=ignore_index, axis=1, use_softmax=False, reduction=reduction)


def sparse_categorical_cross_entropy_with_logits(
    logits, labels, class_weight: Constant = None, *, reduction="mean", ignore_index=-100, label_smoothing: float = 0.0
):
    return F.cross_entropy(
        logits, labels, class_weight,
        ignore_index=ignore_index, axis=1, reduction=reduction, label_smoothing=label_smoothing)


def nll_loss(log_p, labels, class_weight: Constant = None, *, reduction="mean", ignore_index=-100):
    return F.nll_loss(log_p, labels, class_weight, ignore_index=ignore_index, reduction=reduction)


def logistic_loss(scores, y: Constant, *, reduction="mean"):
    return F.soft_margin_loss(scores, y, reduction=reduction)


def mean_squared_error(prediction, target, *, reduction="mean"):
    return F.mse_loss(prediction, target, reduction=reduction)


def mean_absolute_error(prediction, target, *, reduction="mean"):
    return F.l1_loss(prediction, target, reduction=reduction)


def huber(prediction, target, *, delta: float = 1.0, reduction="mean"):
    return F.smooth_l1_loss(prediction, target, delta=delta, is_huber=True, reduction=reduction)


# Linear models

def linear(x, w, b=None):
    return F.linear(x, w, b)


FUNCTIONS = [
    kl_divergence, differential_entropy,
    sigmoid, log_sigmoid, softplus, relu, log_sum_exp, softmax, log_softmax,
    binary_cross_entropy, binary_cross_entropy_with_logits,
    categorical_cross_entropy, categorical_cross_entropy_with_logits,
    sparse_categorical_cross_entropy, sparse_categorical_cross_entropy_with_logits, nll_loss,
    logistic_loss, mean_squared_error, mean_absolute_error, huber, linear,
]

# What its documentation says, and what it is known to do where that says nothing.
PROFILE = {
    "all_ignored_mean": "zero",
    "empty_mean": "nan",
    "label_out_of_range": "reject",
    "out_of_domain": "accepts",
    "zero_times_infinity": "nan",
    "infinite_logit": "nan",
    "log_clip": {"loss": 100},  # binary_cross_entropy
    "unnormalised": "as_written",
    "weighted_mean_sparse": "weight_sum",
    "weighted_mean_dense": "weight_sum",
    "label_smoothing": "over_classes",
    "smoothing_with_weights": "per_sample",
    "accumulation": "format",
}

if __name__ == "__main__":
    paddle.set_device("cpu")
    run(
        {function.__name__: function for function in FUNCTIONS},
        name="paddlepaddle",
        version=f"paddlepaddle {paddle.__version__}, cpu",
        formats=["float64", "float32"],
        framework=Paddle(),
        profile=PROFILE,
    )
