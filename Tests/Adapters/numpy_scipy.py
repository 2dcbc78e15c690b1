"""numpy and scipy as an implementation under test: `xent verify -- python3 Tests/Adapters/numpy_scipy.py`.

Everything is computed in the format of the request. A float32 array stays float32 beside Python numbers, but not beside
a float64 array or numpy scalar: that is why constants here are plain numbers or made with the array's own dtype.
"""

import sys

try:
    import numpy as np
    import scipy
    from scipy import special
except ImportError as problem:
    reason = str(problem).strip().split("\n")[0]
    sys.exit(f"numpy_scipy.py needs numpy and scipy ({reason}): python3 -m pip install numpy scipy")

from adapter import Framework, Reject, run


class NumPy(Framework):
    # How numpy refuses an array of nothing, and an index or a mask that does not fit.
    refusals = (ValueError, IndexError, TypeError)


# Entropies

def in_base(nats, base):
    """Natural units as units of `base`, which is "e", "2", "10" or a real number."""
    if base == "e":
        return nats
    return nats / np.log(nats.dtype.type(base))


def vectors(*arrays):
    """numpy would broadcast, or sum over everything; these functions are of vectors of one length."""
    if any(array.ndim != 1 or array.shape != arrays[0].shape for array in arrays):
        raise Reject("vectors of one length are expected")


def information_content(p, *, base="e"):
    return in_base(-np.log(p), base)


def entropy(p, *, base="e"):
    vectors(p)
    return in_base(special.entr(p).sum(), base)


def cross_entropy(p, q, *, base="e"):
    vectors(p, q)
    return in_base(-special.xlogy(p, q).sum(), base)


def kl_divergence(p, q, *, base="e"):
    vectors(p, q)
    return in_base(special.rel_entr(p, q).sum(), base)


# Activations

def sigmoid(x):
    return special.expit(x)


def log_sigmoid(x):
    return special.log_expit(x)


def softplus(x):
    return np.logaddexp(x.dtype.type(0), x)


def log_sum_exp(x):
    return special.logsumexp(x, axis=-1)


def softmax(x, *, temperature=1):
    return special.softmax(x / temperature, axis=-1)


def log_softmax(x, *, temperature=1):
    return special.log_softmax(x / temperature, axis=-1)


# Losses

def weighted(weight, loss):
    """weight · loss, where a weight of zero hides an infinite loss."""
    return np.where((weight == 0) & np.isinf(loss), loss.dtype.type(0), weight * loss)


def reduced(losses, reduction, divisor):
    """The losses, their sum, or their sum over `divisor`. Nothing over nothing is NaN."""
    if reduction == "none":
        return losses
    if reduction == "sum":
        return losses.sum()
    if reduction == "mean":
        return losses.sum() / losses.dtype.type(divisor)
    raise Reject(f"there is no reduction {reduction!r}")


def binary_cross_entropy_with_logits(logits, y, weight=None, pos_weight=None, *, reduction="mean"):
    positive = y if pos_weight is None else pos_weight * y
    losses = weighted(positive, -special.log_expit(logits)) + weighted(1 - y, -special.log_expit(-logits))
    if weight is not None:
        losses = weighted(weight, losses)
    return reduced(losses, reduction, losses.size)


def sparse_categorical_cross_entropy_with_logits(
    logits, labels, class_weight=None, *,
    reduction="mean", ignore_index=None, label_smoothing=0, normalization="weight",
):
    classes = logits.shape[1]
    kept = np.ones(labels.shape, dtype=bool) if ignore_index is None else labels != ignore_index
    targets = labels[kept]
    outside = targets[(targets < 0) | (targets >= classes)]
    if outside.size > 0:  # numpy would count a negative label from the end
        raise Reject(f"label {outside[0]} is outside 0..<{classes}")
    if class_weight is None:
        class_weight = np.ones(classes, dtype=logits.dtype)

    # One row of logits for each label that is kept. An ignored row is not looked at, whatever it holds.
    rows = np.moveaxis(logits, 1, -1)[kept]
    surprisal = -special.log_softmax(rows, axis=-1)
    of_target = weighted((1 - label_smoothing) * class_weight[targets], surprisal[np.arange(len(targets)), targets])
    of_all = weighted(label_smoothing / classes * class_weight, surprisal).sum(axis=-1)
    losses = np.zeros(labels.shape, dtype=logits.dtype)
    losses[kept] = of_target + of_all

    if normalization == "weight":
        return reduced(losses, reduction, class_weight[targets].sum())
    if normalization == "count":
        return reduced(losses, reduction, len(targets))
    raise Reject(f"there is no normalization {normalization!r}")


FUNCTIONS = {
    "information_content": information_content,
    "entropy": entropy,
    "cross_entropy": cross_entropy,
    "kl_divergence": kl_divergence,
    "sigmoid": sigmoid,
    "log_sigmoid": log_sigmoid,
    "softplus": softplus,
    "log_sum_exp": log_sum_exp,
    "softmax": softmax,
    "log_softmax": log_softmax,
    "binary_cross_entropy_with_logits": binary_cross_entropy_with_logits,
    "sparse_categorical_cross_entropy_with_logits": sparse_categorical_cross_entropy_with_logits,
}

# What these libraries and the lines above are known to do. The axes left out are the specification's own.
PROFILE = {
    "all_ignored_mean": "nan",
    "empty_mean": "nan",
    "label_out_of_range": "reject",
    "out_of_domain": "accepts",
    "zero_times_infinity": "zero",
    "infinite_logit": "nan",
    "log_clip": "none",
    "unnormalised": "as_written",
    "label_smoothing": "over_classes",
    "smoothing_with_weights": "per_class",
    "accumulation": "format",
}

if __name__ == "__main__":
    run(
        FUNCTIONS,
        name="numpy_scipy",
        version=f"numpy {np.__version__}, scipy {scipy.__version__}",
        formats=["float32", "float64"],
        framework=NumPy(),
        profile=PROFILE,
    )
