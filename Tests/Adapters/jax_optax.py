"""JAX and Optax as an implementation under test: `Tests/Adapters/run jax_optax`.

Optax's losses answer one number an element or a row; how they are reduced is the caller's affair, and so it is here.
What neither has a function of its own for is left out.

Each operation is compiled for each shape, so a run takes long and needs 4 GB. JAX_COMPILATION_CACHE_DIR keeps the work
for the next one; on a slow machine give `--timeout 120`.
"""

import jax
import jax.numpy as jnp
import optax

from adapter import Constant, Framework, Reject, run

jax.config.update("jax_enable_x64", True)


class Jax(Framework):
    refusals = (ValueError, TypeError, AssertionError)

    def tensor(self, array, format):
        # JAX taught numpy bfloat16; converting there keeps JAX from flushing what is subnormal.
        return jnp.asarray(array.astype(format))

    def differentiates(self, function):
        return function is not logistic_regression_epoch

    def value_and_gradient(self, function, values, names, cotangent):
        def of_named(*named):
            return function(**{**values, **dict(zip(names, named))})

        value, pull = jax.vjp(of_named, *(values[name] for name in names))
        cotangent = jnp.ones_like(value) if cotangent is None else cotangent.astype(value.dtype)
        return value, dict(zip(names, pull(cotangent)))


REDUCTIONS = {"none": lambda losses: losses, "sum": jnp.sum, "mean": jnp.mean}


def reduced(losses, reduction):
    if reduction not in REDUCTIONS:
        raise Reject(f"there is no reduction {reduction!r}")
    return REDUCTIONS[reduction](losses)


# Entropies

def vectors(*arrays):
    """The sums below would take anything; they are of vectors."""
    if any(array.ndim != 1 for array in arrays):
        raise Reject("a vector is expected")


def entropy(p):
    vectors(p)
    return jax.scipy.special.entr(p).sum()


def kl_divergence(p, q):
    vectors(p, q)
    return optax.losses.kl_divergence(jnp.log(q), p)


# Activations

def sigmoid(x):
    return jax.nn.sigmoid(x)


def log_sigmoid(x):
    return jax.nn.log_sigmoid(x)


def softplus(x):
    return jax.nn.softplus(x)


def relu(x):
    return jax.nn.relu(x)


def log_sum_exp(x):
    return jax.nn.logsumexp(x, axis=-1)


def softmax(x, *, temperature=1):
    return jax.nn.softmax(x / temperature, axis=-1)


def log_softmax(x, *, temperature=1):
    return jax.nn.log_softmax(x / temperature, axis=-1)


# Losses

def binary_cross_entropy_with_logits(logits, y, *, reduction="mean"):
    return reduced(optax.losses.sigmoid_binary_cross_entropy(logits, y), reduction)


def categorical_cross_entropy_with_logits(logits, y, *, reduction="mean", label_smoothing=None):
    if label_smoothing is not None:
        y = optax.losses.smooth_labels(y, label_smoothing, axis=1)
    return reduced(optax.losses.softmax_cross_entropy(logits, y, axis=1), reduction)


def sparse_categorical_cross_entropy_with_logits(logits, labels, *, reduction="mean"):
    return reduced(optax.losses.softmax_cross_entropy_with_integer_labels(logits, labels, axis=1), reduction)


def binary_focal_with_logits(logits, y: Constant, *, gamma=2, alpha="none", reduction="mean"):
    alpha = None if isinstance(alpha, str) else alpha
    return reduced(optax.losses.sigmoid_focal_loss(logits, y, alpha=alpha, gamma=gamma), reduction)


def hinge(scores, y: Constant, *, reduction="mean"):
    return reduced(optax.losses.hinge_loss(scores, y), reduction)


def multiclass_hinge(scores, labels, *, reduction="mean"):
    return reduced(optax.losses.multiclass_hinge_loss(scores, labels), reduction)


def mean_squared_error(prediction, target, *, reduction="mean"):
    return reduced(optax.losses.squared_error(prediction, target), reduction)


def huber(prediction, target, *, delta=1, reduction="mean"):
    return reduced(optax.losses.huber_loss(prediction, target, delta=delta), reduction)


def list_net(scores, relevance, *, variant="top_one"):
    # Optax takes the relevances as they are; ListNet's are a softmax.
    if variant not in ("top_one", "label"):
        raise Reject(f"there is no variant {variant!r}")
    labels = jax.nn.softmax(relevance) if variant == "top_one" else relevance
    return optax.losses.ranking_softmax_loss(scores, labels, reduce_fn=None)


def logistic_regression_epoch(x, w, y, *, learning_rate):
    optimizer = optax.sgd(learning_rate)
    state = optimizer.init(w)
    for sample, target in zip(x, y, strict=True):
        slope = jax.grad(lambda w: optax.losses.sigmoid_binary_cross_entropy(sample @ w, target))(w)
        update, state = optimizer.update(slope, state)
        w = optax.apply_updates(w, update)
    return w


FUNCTIONS = [
    entropy, kl_divergence,
    sigmoid, log_sigmoid, softplus, relu, log_sum_exp, softmax, log_softmax,
    binary_cross_entropy_with_logits, categorical_cross_entropy_with_logits,
    sparse_categorical_cross_entropy_with_logits,
    binary_focal_with_logits, hinge, multiclass_hinge, mean_squared_error, huber,
    list_net, logistic_regression_epoch,
]

# What it documents, and what it is known to do where it documents nothing. The NaN for a label that is out of range is
# documented; that a negative one counts from the end is an accident of the indexing.
PROFILE = {
    "empty_mean": "nan",
    "label_out_of_range": "nan",
    "out_of_domain": "accepts",
    "zero_times_infinity": "nan",
    "infinite_logit": "nan",
    "log_clip": "none",
    "unnormalised": "as_written",
    "label_smoothing": "over_classes",
    "subnormal": "flushed",
}

if __name__ == "__main__":
    run(
        {function.__name__: function for function in FUNCTIONS},
        name="jax_optax",
        version=f"jax {jax.__version__}, optax {optax.__version__}",
        formats=["float64", "float32", "float16", "bfloat16"],
        framework=Jax(),
        profile=PROFILE,
    )
