"""SciPy: log_softmax and softmax over 1000 rows of 1000 logits, which are those of the file over and over."""

import numpy as np
import scipy
from peer import bits, numbers, serve
from scipy.special import log_softmax, softmax

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


serve("SciPy", scipy.__version__, {"cross-entropy-row": cross_entropy_rows, "softmax-row": softmax_rows})
