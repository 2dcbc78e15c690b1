"""Keras 3 on one of its backends as an implementation under test: `KERAS_BACKEND=torch Tests/Adapters/run keras3`.

The backend is tensorflow unless Keras's own variable or the first argument names jax, torch or numpy, which has no
gradients; one that is not pinned has to be installed beside it. Keras has no class weights in its losses, and its
label_smoothing, delta, gamma, alpha and strength are Python numbers.
"""

import os
import sys

BACKEND = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("KERAS_BACKEND", "tensorflow")
os.environ["KERAS_BACKEND"] = BACKEND
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import keras
from keras import losses, ops, regularizers

from adapter import Constant, Framework, Reject, run


class Keras(Framework):
    refusals = (ValueError, TypeError, IndexError)

    def tensor(self, array, format):
        # Whatever its inputs are in, Keras computes in its floatx; a user of a format sets it.
        if format != "int64":
            keras.config.set_floatx(format)
        return ops.convert_to_tensor(array, dtype=format)

    def array(self, tensor, format):
        name = keras.backend.standardize_dtype(tensor.dtype)
        # numpy has no bfloat16; a float32 holds the same number.
        return ops.convert_to_numpy(ops.cast(tensor, "float32") if name == "bfloat16" else tensor), name

    def differentiates(self, function):
        return BACKEND != "numpy"


if BACKEND == "jax":
    import jax

    jax.config.update("jax_enable_x64", True)

    class Backend(Keras):
        def value_and_gradient(self, function, values, names, cotangent):
            def of_these(*inputs):
                return function(**{**values, **dict(zip(names, inputs))})

            value, pullback = jax.vjp(of_these, *(values[name] for name in names))
            gradients = pullback(jax.numpy.ones_like(value) if cotangent is None else cotangent)
            return value, dict(zip(names, gradients))

elif BACKEND == "torch":
    import torch

    class Backend(Keras):
        refusals = (*Keras.refusals, RuntimeError)

        def array(self, tensor, format):
            return super().array(tensor.detach(), format)

        def value_and_gradient(self, function, values, names, cotangent):
            inputs = [values[name].requires_grad_() for name in names]
            value = function(**values)
            outputs = torch.ones_like(value) if cotangent is None else cotangent
            return value, dict(zip(names, torch.autograd.grad(value, inputs, outputs, materialize_grads=True)))

elif BACKEND == "tensorflow":
    import tensorflow

    class Backend(Keras):
        refusals = (*Keras.refusals, tensorflow.errors.InvalidArgumentError)

        def value_and_gradient(self, function, values, names, cotangent):
            inputs = [values[name] for name in names]
            with tensorflow.GradientTape() as tape:
                tape.watch(inputs)
                value = function(**values)
            zero = tensorflow.UnconnectedGradients.ZERO
            return value, dict(zip(names, tape.gradient(value, inputs, cotangent, unconnected_gradients=zero)))

else:
    Backend = Keras


# Activations

def sigmoid(x):
    return ops.sigmoid(x)


def log_sigmoid(x):
    return ops.log_sigmoid(x)


def softplus(x):
    return ops.softplus(x)


def relu(x):
    return ops.relu(x)


def log_sum_exp(x):
    return ops.logsumexp(x, axis=-1)


def softmax(x, *, temperature=1):
    return ops.softmax(x / temperature, axis=-1)


def log_softmax(x, *, temperature=1):
    return ops.log_softmax(x / temperature, axis=-1)


# Losses

def loss(kind, target, prediction, reduction, weight=None, **options):
    return kind(reduction=reduction, **options)(target, prediction, sample_weight=weight)


def each(kind, target, prediction, reduction, weight=None, **options):
    """A loss class that takes the mean over the last axis: of each element by itself, given one more axis."""
    return loss(kind, target[..., None], prediction[..., None], reduction, weight, **options)


def classes_last(x):
    """TensorFlow takes sparse labels in no other layout."""
    return ops.moveaxis(x, 1, -1)


def vectors(*arrays):
    """The sum below would take anything; it is of vectors."""
    if any(array.ndim != 1 for array in arrays):
        raise Reject("a vector is expected")


def kl_divergence(p, q):
    vectors(p, q)
    return loss(losses.KLDivergence, p, q, "sum")


def binary_cross_entropy(p, y, weight=None, *, reduction="mean"):
    return each(losses.BinaryCrossentropy, y, p, reduction, weight)


def binary_cross_entropy_with_logits(logits, y, weight=None, *, reduction="mean"):
    return each(losses.BinaryCrossentropy, y, logits, reduction, weight, from_logits=True)


def categorical_cross_entropy(p, y, *, reduction="mean"):
    return loss(losses.CategoricalCrossentropy, y, p, reduction, axis=1)


def categorical_cross_entropy_with_logits(logits, y, *, reduction="mean", label_smoothing: float = 0.0):
    return loss(
        losses.CategoricalCrossentropy, y, logits, reduction,
        from_logits=True, label_smoothing=label_smoothing, axis=1)


def sparse_categorical_cross_entropy(p, labels, *, reduction="mean", ignore_index=None):
    return loss(losses.SparseCategoricalCrossentropy, labels, classes_last(p), reduction, ignore_class=ignore_index)


def sparse_categorical_cross_entropy_with_logits(logits, labels, *, reduction="mean", ignore_index=None):
    return loss(
        losses.SparseCategoricalCrossentropy, labels, classes_last(logits), reduction,
        from_logits=True, ignore_class=ignore_index)


def binary_focal_with_logits(logits, y, *, gamma: float = 2.0, alpha: float = None, reduction="mean"):
    balance = {} if alpha in (None, "none") else {"apply_class_balancing": True, "alpha": alpha}
    return each(losses.BinaryFocalCrossentropy, y, logits, reduction, from_logits=True, gamma=gamma, **balance)


def focal_with_logits(logits, labels, *, gamma: float = 2.0, reduction="mean"):
    y = ops.one_hot(labels, logits.shape[1], dtype=logits.dtype)
    return loss(
        losses.CategoricalFocalCrossentropy, y, logits, reduction, from_logits=True, alpha=1.0, gamma=gamma)


def hinge(scores, y: Constant, *, reduction="mean"):
    return each(losses.Hinge, y, scores, reduction)


def squared_hinge(scores, y: Constant, *, reduction="mean"):
    return each(losses.SquaredHinge, y, scores, reduction)


def mean_squared_error(prediction, target, *, reduction="mean"):
    return each(losses.MeanSquaredError, target, prediction, reduction)


def mean_absolute_error(prediction, target, *, reduction="mean"):
    return each(losses.MeanAbsoluteError, target, prediction, reduction)


def huber(prediction, target, *, delta: float = 1.0, reduction="mean"):
    return each(losses.Huber, target, prediction, reduction, delta=delta)


# Penalties

def l1_penalty(w, *, strength: float = 1.0):
    return regularizers.L1(strength)(w)


def l2_penalty(w, *, strength: float = 1.0):
    return regularizers.L2(strength)(w)


FUNCTIONS = [
    sigmoid, log_sigmoid, softplus, relu, log_sum_exp, softmax, log_softmax,
    kl_divergence, binary_cross_entropy, binary_cross_entropy_with_logits,
    categorical_cross_entropy, categorical_cross_entropy_with_logits,
    sparse_categorical_cross_entropy, sparse_categorical_cross_entropy_with_logits,
    binary_focal_with_logits, focal_with_logits, hinge, squared_hinge,
    mean_squared_error, mean_absolute_error, huber, l1_penalty, l2_penalty,
]

# What its documentation says, and what it is known to do where that says nothing.
PROFILE = {
    "all_ignored_mean": "zero",
    "label_out_of_range": {"jax": "zero", "numpy": "unspecified"}.get(BACKEND, "reject"),
    "out_of_domain": "accepts",
    "zero_times_infinity": "nan",
    "infinite_logit": "nan",
    "log_clip": {"probability": 1e-7, "both_ends": True},
    "unnormalised": "normalised",
    "weighted_mean_sparse": "count",
    "weighted_mean_dense": "count",
    "label_smoothing": "over_classes",
    "accumulation": "format",
    "subnormal": "flushed" if BACKEND in ("jax", "tensorflow") else "kept",
}

if __name__ == "__main__":
    run(
        {function.__name__: function for function in FUNCTIONS},
        name=f"keras-{BACKEND}",
        version=f"keras {keras.__version__}",
        # Its rules of promotion know no float64 but on TensorFlow.
        formats=[*(["float64"] if BACKEND == "tensorflow" else []), "float32", "float16", "bfloat16"],
        framework=Backend(),
        profile=PROFILE,
    )
