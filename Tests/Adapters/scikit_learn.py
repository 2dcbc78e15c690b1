"""scikit-learn as an implementation under test: `Tests/Adapters/run scikit_learn`.

Its metrics answer one number, the mean; they have no `none`, so `reduction` is not declared for them. The losses of
logits are those that its linear models and boosted trees are fitted with, `sklearn._loss`, which is not public, and
they alone have gradients.
"""

import numpy as np
import sklearn
from sklearn import metrics
from sklearn._loss import HalfBinomialLoss, HalfMultinomialLoss
from sklearn.calibration import _TemperatureScaling
from sklearn.isotonic import IsotonicRegression
from sklearn.isotonic import isotonic_regression as pool_adjacent_violators
from sklearn.utils.class_weight import compute_sample_weight
from sklearn.utils.extmath import softmax as softmax_of_rows

from adapter import Constant, Framework, Reject, run


class SciKitLearn(Framework):
    refusals = (ValueError, TypeError, IndexError)

    def differentiates(self, function):
        return function in SLOPES

    def value_and_gradient(self, function, values, names, cotangent):
        value = function(**values)
        cotangent = np.ones_like(value) if cotangent is None else cotangent
        return value, {"logits": SLOPES[function](cotangent, **values)}


# Losses of probabilities

def binary_cross_entropy(p, y):
    return metrics.log_loss(y, p, labels=[0, 1])


def sparse_categorical_cross_entropy(p, labels, class_weight=None):
    weight = None
    if class_weight is not None:
        weight = compute_sample_weight(dict(enumerate(class_weight)), labels)
    return metrics.log_loss(labels, p, labels=range(p.shape[1]), sample_weight=weight)


def brier_score(p, y, *, half=False):
    return metrics.brier_score_loss(y, p, scale_by_half=half)


def zero_one_error(labels, p=None, scores=None):
    if (p is None) == (scores is None):
        raise Reject("either p or scores is expected")
    scores = p if scores is None else scores
    return metrics.zero_one_loss(labels, scores.argmax(axis=1), normalize=False)


# Losses of logits and scores

def half_binomial(logits, y):
    """The loss, and what of its arguments goes in flat and comes out shaped."""
    return HalfBinomialLoss(), dict(y_true=y.ravel(), raw_prediction=logits.ravel())


def half_multinomial(logits, labels):
    loss = HalfMultinomialLoss(n_classes=logits.shape[1])
    return loss, dict(y_true=labels.astype(logits.dtype), raw_prediction=np.asfortranarray(logits))


REDUCTIONS = {"none": lambda losses: losses, "sum": np.sum, "mean": np.mean}


def reduced(losses, reduction):
    if reduction not in REDUCTIONS:
        raise Reject(f"there is no reduction {reduction!r}")
    return REDUCTIONS[reduction](losses)


def spread(cotangent, count, reduction):
    """The cotangent of each loss, given that of what they were reduced to."""
    each = np.broadcast_to(cotangent.ravel(), (count,))
    return each / each.dtype.type(count) if reduction == "mean" else each


def binary_cross_entropy_with_logits(logits, y: Constant, *, reduction="mean"):
    loss, arguments = half_binomial(logits, y)
    return reduced(loss.loss(**arguments).reshape(logits.shape), reduction)


def binary_slope(cotangent, logits, y, reduction="mean"):
    loss, arguments = half_binomial(logits, y)
    return (loss.gradient(**arguments) * spread(cotangent, logits.size, reduction)).reshape(logits.shape)


def sparse_categorical_cross_entropy_with_logits(logits, labels, *, reduction="mean"):
    loss, arguments = half_multinomial(logits, labels)
    return reduced(loss.loss(**arguments), reduction)


def multinomial_slope(cotangent, logits, labels, reduction="mean"):
    loss, arguments = half_multinomial(logits, labels)
    return loss.gradient(**arguments) * spread(cotangent, len(labels), reduction)[:, np.newaxis]


SLOPES = {
    binary_cross_entropy_with_logits: binary_slope,
    sparse_categorical_cross_entropy_with_logits: multinomial_slope,
}


def softmax(x):
    # It takes a matrix.
    return softmax_of_rows(x.reshape(-1, x.shape[-1])).reshape(x.shape) if x.ndim else softmax_of_rows(x)


def hinge(scores, y):
    return metrics.hinge_loss(y, scores)


def multiclass_hinge(scores, labels):
    return metrics.hinge_loss(labels, scores, labels=range(scores.shape[1]))


# Regression and calibration

def mean_squared_error(prediction, target):
    return metrics.mean_squared_error(target, prediction)


def mean_absolute_error(prediction, target):
    return metrics.mean_absolute_error(target, prediction)


def isotonic_regression(y, x=None, weight=None, *, increasing=True):
    if x is None:
        return pool_adjacent_violators(y, sample_weight=weight, increasing=increasing)
    return IsotonicRegression(increasing=increasing).fit_transform(x, y, sample_weight=weight)


def temperature_scaling(logits, labels):
    return 1 / _TemperatureScaling().fit(logits, labels).beta_


FUNCTIONS = [
    binary_cross_entropy, sparse_categorical_cross_entropy, brier_score, zero_one_error,
    binary_cross_entropy_with_logits, sparse_categorical_cross_entropy_with_logits, softmax,
    hinge, multiclass_hinge, mean_squared_error, mean_absolute_error, isotonic_regression, temperature_scaling,
]

# What it documents, and what it is known to do where it documents nothing. sklearn._loss trusts its callers.
PROFILE = {
    "empty_mean": "reject",
    "label_out_of_range": "unspecified",
    "out_of_domain": "accepts",
    "zero_times_infinity": "nan",
    "infinite_logit": "nan",
    "log_clip": {"probability": 2.220446049250313e-16, "both_ends": True},  # in float64; eps of the format in others
    "unnormalised": "as_written",
    "weighted_mean_sparse": "weight_sum",
}

if __name__ == "__main__":
    run(
        {function.__name__: function for function in FUNCTIONS},
        name="scikit_learn",
        version=f"scikit-learn {sklearn.__version__}",
        formats=["float64", "float32"],
        framework=SciKitLearn(),
        profile=PROFILE,
    )
