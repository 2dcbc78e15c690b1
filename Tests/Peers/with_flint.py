"""python-flint: Arb as Python calls it, which is often a newer one than a distribution's."""

import flint
from flint import arb, ctx
from peer import bits, numbers, serve

CLASSES, ROW_BITS = 1000, 128


def dyadic(ball):
    significand, exponent = ball.man_exp()
    return f"{int(significand):x}@{int(exponent)}"


def write_balls(balls):
    return [f"{dyadic(ball.mid())}~{dyadic(ball.rad())}" for ball in balls]


def cross_entropy_rows(words):
    ctx.prec = ROW_BITS
    x = [arb(value) for value in numbers(words)]
    rows = [x[start : start + CLASSES] for start in range(0, len(x), CLASSES)]

    def cross_entropy(row):
        total = arb(0)
        for logit in row:
            total += logit.exp()
        return total.log() - row[0]

    return len(x), lambda: [cross_entropy(row) for row in rows], lambda balls: bits(map(float, balls))


def each(function):
    """Words of so many bits stand for as many eighths of a number below 8."""

    def task(words, precision):
        ctx.prec = precision
        x = [arb(int(word, 16)) * arb(2) ** (3 - precision) for word in words]
        return len(x), lambda: [function(value) for value in x], write_balls

    return task


tasks = {"cross-entropy-row": cross_entropy_rows, "ball-exp-": each(arb.exp), "ball-log-": each(arb.log)}
version = f"{flint.__version__}, FLINT {flint.__FLINT_VERSION__}"
serve("python-flint", version, tasks)
