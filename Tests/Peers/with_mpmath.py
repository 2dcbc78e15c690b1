"""mpmath: the cross-entropy of a row at 30 digits, and what the workloads of decimals ask at 38."""

import mpmath
from mpmath import mp, mpf
from peer import bits, numbers, serve

CLASSES = 1000
DIGITS = 38


def inputs(words, digits, classes=1):
    """The numbers in rows, at a precision that holds from now on."""
    mp.dps = digits
    x = [mpf(value) for value in numbers(words)]
    return [x[start : start + classes] for start in range(0, len(x), classes)]


def cross_entropy(row):
    return mp.log(mp.fsum(mp.exp(x) for x in row)) - row[0]


def entropy(row):
    return -mp.fsum(p * mp.log(p) for p in row)


def decimals(values):
    return [mp.nstr(value, DIGITS) for value in values]


def rows(function, digits, classes, write):
    def task(words):
        x = inputs(words, digits, classes)
        return len(words), lambda: [function(row) for row in x], write

    return task


def each(function):
    return rows(lambda row: function(row[0]), DIGITS, 1, decimals)


tasks = {
    "cross-entropy-row": rows(cross_entropy, 30, CLASSES, lambda values: bits(map(float, values))),
    "decimal-exp": each(mp.exp),
    "decimal-log2": each(lambda x: mp.log(x, 2)),
    "decimal-cross-entropy": rows(cross_entropy, DIGITS, 100, decimals),
    "decimal-entropy": rows(entropy, DIGITS, 100, decimals),
}
serve("mpmath", f"{mpmath.__version__} ({mpmath.libmp.BACKEND})", tasks)
