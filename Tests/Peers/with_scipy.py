"""SciPy: the softmax family over 1000 rows of 1000 logits, and losses of two arguments over 200 rows.

The rows are those of the file over and over.
"""

import numpy as np
import scipy
from peer import bits, numbers, serve
from scipy.special import log_softmax, rel_entr, softmax

CLASSES = ROWS = 1000


def batch(words):
    rows = np.array(numbers(words)).reshape(-1, CLASSES)
    return np.resize(rows, (ROWS, CLASSES)), len(rows)


def cross_entropy_rows(words):
    x, count = batch(words)
    return x.size, lambda: log_softmax(x, axis=1), lambda result: bits(-result[:count, 0])


def softmax_rows(words):
    x, count = batch(words)
    return x.size, lambda: softmax(x, axis=1), lambda result: bits(result[:count].ravel())


def pairs(function):
    """A function of two batches of rows, the first half of the file and the second."""

    def task(words):
        first, second = np.array(numbers(words)).reshape(2, -1, CLASSES)
        x, y = (np.tile(rows, (25, 1)) for rows in (first, second))
        write = lambda result: bits(result[: len(first)].ravel())
        return 2 * x.size, lambda: function(x, y), write

    return task


tasks = {
    "cross-entropy-row": cross_entropy_rows,
    "softmax-row": softmax_rows,
    "soft-target-row": pairs(lambda x, y: -(y * log_softmax(x, axis=1)).sum(axis=1)),
    "soft-target-slopes": pairs(lambda x, y: softmax(x, axis=1) - y),
    "kl-row": pairs(lambda p, q: rel_entr(p, q).sum(axis=1)),
    "binary-row": pairs(lambda z, y: np.logaddexp(0, z) - y * z),
}
serve("SciPy", scipy.__version__, tasks)
