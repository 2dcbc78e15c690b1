import Exact

/// Eight numbers at once: the terms of a row.
extension PairBall: Elementwise {}
