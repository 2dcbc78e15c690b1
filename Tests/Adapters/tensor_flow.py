"""TensorFlow's own operations as an implementation under test: `Tests/Adapters/run tensor_flow`.

tf.nn and tf.math, and the losses of compat.v1, which alone have weights; Keras is another adapter's. tf.nn's losses
answer one number an element or a row, and how they are reduced is the caller's affair.
"""

import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "")

import numpy as np
import tensorflow as tf

from adapter import Framework, Reject, run

losses = tf.compat.v1.losses


class TensorFlow(Framework):
    # oneDNN's kernels refuse a shape by an AbortedError.
    refusals = (ValueError, TypeError, tf.errors.InvalidArgumentError, tf.errors.AbortedError)

    def tensor(self, array, format):
        # TensorFlow taught numpy bfloat16; converting there keeps it from flushing what is subnormal.
        return tf.constant(array.astype(np.dtype(format)))

    def array(self, tensor, format):
        return tensor.numpy(), tensor.dtype.name

    def differentiates(self, function):
        return True

    def value_and_gradient(self, function, values, names, cotangent):
        inputs = [values[name] for name in names]
        with tf.GradientTape() as tape:
            tape.watch(inputs)
            value = function(**values)
        if cotangent is not None:
            cotangent = tf.cast(cotangent, value.dtype)
        slopes = tape.gradient(
            value, inputs, output_gradients=cotangent, unconnected_gradients=tf.UnconnectedGradients.ZERO)
        return value, dict(zip(names, slopes))


REDUCTIONS = {"none": lambda losses: losses, "sum": tf.reduce_sum, "mean": tf.reduce_mean}
V1_REDUCTIONS = {
    "none": losses.Reduction.NONE, "sum": losses.Reduction.SUM, "mean": losses.Reduction.SUM_OVER_BATCH_SIZE,
}


def known(reduction):
    if reduction not in REDUCTIONS:
        raise Reject(f"there is no reduction {reduction!r}")
    return reduction


def reduced(losses, reduction):
    return REDUCTIONS[known(reduction)](losses)


# Activations

def sigmoid(x):
    return tf.nn.sigmoid(x)


def log_sigmoid(x):
    return tf.math.log_sigmoid(x)


def softplus(x):
    return tf.nn.softplus(x)


def relu(x):
    return tf.nn.relu(x)


def log_sum_exp(x):
    return tf.reduce_logsumexp(x, axis=-1)


def softmax(x, *, temperature=1):
    return tf.nn.softmax(x / temperature, axis=-1)


def log_softmax(x, *, temperature=1):
    return tf.nn.log_softmax(x / temperature, axis=-1)


# Losses

def binary_cross_entropy(p, y, weight=None, *, reduction="mean"):
    weight = 1.0 if weight is None else weight
    return losses.log_loss(y, p, weight, reduction=V1_REDUCTIONS[known(reduction)])


def binary_cross_entropy_with_logits(logits, y, pos_weight=None, *, reduction="mean"):
    if pos_weight is None:
        return reduced(tf.nn.sigmoid_cross_entropy_with_logits(y, logits), reduction)
    return reduced(tf.nn.weighted_cross_entropy_with_logits(y, logits, pos_weight), reduction)


def categorical_cross_entropy_with_logits(logits, y, *, reduction="mean"):
    return reduced(tf.nn.softmax_cross_entropy_with_logits(y, logits, axis=1), reduction)


def sparse_categorical_cross_entropy_with_logits(logits, labels, *, reduction="mean"):
    # This one has its classes last, and no axis to say otherwise.
    if logits.shape.rank > 2:
        logits = tf.transpose(logits, [0, *range(2, logits.shape.rank), 1])
    return reduced(tf.nn.sparse_softmax_cross_entropy_with_logits(labels, logits), reduction)


def mean_squared_error(prediction, target, *, reduction="mean"):
    return losses.mean_squared_error(target, prediction, reduction=V1_REDUCTIONS[known(reduction)])


def mean_absolute_error(prediction, target, *, reduction="mean"):
    return losses.absolute_difference(target, prediction, reduction=V1_REDUCTIONS[known(reduction)])


def huber(prediction, target, *, delta: float = 1, reduction="mean"):
    return losses.huber_loss(target, prediction, delta=delta, reduction=V1_REDUCTIONS[known(reduction)])


# Penalties and linear models

def l2_penalty(w, *, strength=1, half=False):
    if half not in (True, False):
        raise Reject(f"half is {half!r}")
    # l2_loss is half the sum of squares.
    return tf.nn.l2_loss(w) * (1 if half else 2) * strength


def linear(x, w, b=None):
    product = tf.linalg.matvec(x, w) if w.shape.rank == 1 else tf.linalg.matmul(x, w)
    return product if b is None else product + b


FUNCTIONS = [
    sigmoid, log_sigmoid, softplus, relu, log_sum_exp, softmax, log_softmax,
    binary_cross_entropy, binary_cross_entropy_with_logits, categorical_cross_entropy_with_logits,
    sparse_categorical_cross_entropy_with_logits, mean_squared_error, mean_absolute_error, huber, l2_penalty, linear,
]

FORMATS = ["float64", "float32", "float16", "bfloat16"]
# The losses of compat.v1 make float32 of whatever they are given, so of float64 they are not asked.
CAST = ["binary_cross_entropy", "mean_squared_error", "mean_absolute_error", "huber"]

# What it documents, and what it is known to do where it documents nothing.
PROFILE = {
    "empty_mean": "nan",
    "label_out_of_range": "reject",
    "out_of_domain": "accepts",
    "zero_times_infinity": "nan",
    "infinite_logit": "nan",
    "log_clip": {"probability": 1e-7, "both_ends": True},  # log_loss, which adds it inside the logarithm
    "unnormalised": "as_written",
    "subnormal": "flushed",
}

if __name__ == "__main__":
    run(
        {function.__name__: function for function in FUNCTIONS},
        name="tensorflow",
        version=f"tensorflow {tf.__version__}",
        formats={"*": FORMATS, **{name: FORMATS[1:] for name in CAST}},
        framework=TensorFlow(),
        profile=PROFILE,
    )
