"""NumPy: exp and log of an array, by whatever instructions the processor has."""

import numpy as np
from peer import bits, numbers, serve


def each(function):
    def task(words):
        x = np.array(numbers(words))
        return x.size, lambda: function(x), bits

    return task


serve("NumPy", np.__version__, {"exp": each(np.exp), "log": each(np.log)})
