"""PyTorch and torchvision as an implementation under test: `Tests/Adapters/run pytorch`.

What PyTorch has no function of its own for is left out. Its label_smoothing, delta, gamma and alpha are Python numbers,
and its losses are not differentiated by them.
"""

import torch
import torchvision
from torch import distributions
from torch.nn import functional as F

from adapter import Constant, Framework, Reject, run


class Torch(Framework):
    # A RuntimeError is how PyTorch refuses shapes that do not fit, values outside a domain and formats that differ.
    refusals = (ValueError, IndexError, RuntimeError)

    def tensor(self, array, format):
        return torch.from_numpy(array.copy()).to(getattr(torch, format))

    def array(self, tensor, format):
        # numpy has no bfloat16; a float32 holds the same number.
        wide = tensor.float() if tensor.dtype == torch.bfloat16 else tensor
        return wide.detach().numpy(), str(tensor.dtype).removeprefix("torch.")

    def differentiates(self, function):
        return function is not logistic_regression_epoch

    def value_and_gradient(self, function, values, names, cotangent):
        inputs = [values[name].requires_grad_() for name in names]
        value = function(**values)
        outputs = torch.ones_like(value) if cotangent is None else cotangent.to(value.dtype)
        return value, dict(zip(names, torch.autograd.grad(value, inputs, outputs, materialize_grads=True)))


# Entropies

def vectors(*arrays):
    """The sums below would take anything; they are of vectors."""
    if any(array.ndim != 1 for array in arrays):
        raise Reject("a vector is expected")


def entropy(p):
    vectors(p)
    return torch.special.entr(p).sum()


def kl_divergence(p, q):
    vectors(p, q)
    return F.kl_div(q.log(), p, reduction="sum")


FAMILIES = {
    "uniform": ("width", lambda width: distributions.Uniform(0, width)),
    "normal": ("sigma", lambda sigma: distributions.Normal(0, sigma)),
    "exponential": ("rate", lambda rate: distributions.Exponential(rate)),
    "laplace": ("scale", lambda scale: distributions.Laplace(0, scale)),
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
    return torch.sigmoid(x)


def log_sigmoid(x):
    return F.logsigmoid(x)


def softplus(x):
    return F.softplus(x)


def relu(x):
    return F.relu(x)


def log_sum_exp(x):
    return torch.logsumexp(x, dim=-1)


def softmax(x, *, temperature=1):
    return F.softmax(x / temperature, dim=-1)


def log_softmax(x, *, temperature=1):
    return F.log_softmax(x / temperature, dim=-1)


# Losses

def binary_cross_entropy(p, y, weight: Constant = None, *, reduction="mean"):
    return F.binary_cross_entropy(p, y, weight, reduction=reduction)


def binary_cross_entropy_with_logits(
    logits, y, weight: Constant = None, pos_weight: Constant = None, *, reduction="mean"
):
    return F.binary_cross_entropy_with_logits(logits, y, weight, pos_weight=pos_weight, reduction=reduction)


def categorical_cross_entropy_with_logits(
    logits, y, class_weight=None, *, reduction="mean", label_smoothing: float = 0
):
    return F.cross_entropy(logits, y, class_weight, reduction=reduction, label_smoothing=label_smoothing)


def sparse_categorical_cross_entropy_with_logits(
    logits, labels, class_weight: Constant = None, *,
    reduction="mean", ignore_index=-100, label_smoothing: float = 0,
):
    return F.cross_entropy(
        logits, labels, class_weight,
        reduction=reduction, ignore_index=ignore_index, label_smoothing=label_smoothing)


def nll_loss(log_p, labels, class_weight: Constant = None, *, reduction="mean", ignore_index=-100):
    return F.nll_loss(log_p, labels, class_weight, reduction=reduction, ignore_index=ignore_index)


def binary_focal_with_logits(logits, y: Constant, *, gamma: float = 2, alpha: float = "none", reduction="mean"):
    # A negative alpha is torchvision's word for none.
    alpha = -1 if alpha == "none" else alpha
    return torchvision.ops.sigmoid_focal_loss(logits, y, alpha=alpha, gamma=gamma, reduction=reduction)


def logistic_loss(scores, y, *, reduction="mean"):
    return F.soft_margin_loss(scores, y, reduction=reduction)


def mean_squared_error(prediction, target, *, reduction="mean"):
    return F.mse_loss(prediction, target, reduction=reduction)


def mean_absolute_error(prediction, target, *, reduction="mean"):
    return F.l1_loss(prediction, target, reduction=reduction)


def huber(prediction, target, *, delta: float = 1, reduction="mean"):
    return F.huber_loss(prediction, target, delta=delta, reduction=reduction)


# Linear models

def linear(x, w, b=None):
    if w.ndim == 2:
        return F.linear(x, w.T, b)
    # One output is a layer of one unit.
    return F.linear(x, w.unsqueeze(0), b if b is None else b.reshape(1)).squeeze(-1)


def logistic_regression_epoch(x, w, y, *, learning_rate: float):
    optimizer = torch.optim.SGD([w.requires_grad_()], lr=learning_rate)
    for sample, target in zip(x, y):
        optimizer.zero_grad()
        F.binary_cross_entropy_with_logits(sample @ w, target).backward()
        optimizer.step()
    return w


FUNCTIONS = [
    entropy, kl_divergence, differential_entropy,
    sigmoid, log_sigmoid, softplus, relu, log_sum_exp, softmax, log_softmax,
    binary_cross_entropy, binary_cross_entropy_with_logits,
    categorical_cross_entropy_with_logits, sparse_categorical_cross_entropy_with_logits, nll_loss,
    binary_focal_with_logits, logistic_loss, mean_squared_error, mean_absolute_error, huber,
    linear, logistic_regression_epoch,
]

# What its documentation says, and what it is known to do where that says nothing.
PROFILE = {
    "all_ignored_mean": "nan",
    "empty_mean": "nan",
    "label_out_of_range": "reject",
    "out_of_domain": "accepts",
    "zero_times_infinity": "nan",
    "infinite_logit": "nan",
    "log_clip": {"loss": 100},  # binary_cross_entropy
    "unnormalised": "as_written",
    "weighted_mean_sparse": "weight_sum",
    "weighted_mean_dense": "count",
    "label_smoothing": "over_classes",
    "smoothing_with_weights": "per_class",
    "subnormal": "kept",
}

if __name__ == "__main__":
    run(
        {function.__name__: function for function in FUNCTIONS},
        name="pytorch",
        version=f"torch {torch.__version__}, torchvision {torchvision.__version__}",
        formats=["float64", "float32", "float16", "bfloat16"],
        framework=Torch(),
        profile=PROFILE,
    )
