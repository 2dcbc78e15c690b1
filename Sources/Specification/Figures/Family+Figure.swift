import CrossEntropy
import Exact

/// Every function of the catalogue at its place on the map.
enum FamilyMap {
  /// What stands in a box.
  struct Group: Sendable {
    let title: String
    let phrase: String
    let names: [String]

    init(_ title: String, _ phrase: String, _ names: [String] = []) {
      (self.title, self.phrase, self.names) = (title, phrase, names)
    }
  }

  /// Rows from the top, with the space above each.
  static let groups: [(gap: Int, ink: Ink, groups: [Group])] = [
    (
      10, .blue,
      [
        Group("Surprise", "−log of a probability", ["information_content"]),
        Group("Entropy", "the mean surprise", ["entropy", "differential_entropy"]),
        Group("Cross-entropy", "the mean, as *q* states it", ["cross_entropy", "perplexity"]),
        Group("Divergence", "what *q* costs beyond *p*", ["kl_divergence", "js_divergence"]),
      ]
    ),
    (
      36, .blue,
      [
        Group(
          "Activation", "a score to a probability", ["sigmoid", "log_sigmoid", "softplus", "relu"]),
        Group(
          "Likelihood", "the probability of what was seen",
          ["likelihood", "log_likelihood", "negative_log_likelihood"]),
        Group(
          "LogSumExp", "scores to probabilities", ["log_sum_exp", "softmax", "log_softmax"]),
      ]
    ),
    (
      60, .vermilion,
      [
        Group(
          "Binary cross-entropy", "true or false",
          ["binary_cross_entropy", "binary_cross_entropy_with_logits"]),
        Group(
          "Regression", "normal and Laplace errors",
          ["mean_squared_error", "mean_absolute_error", "huber"]),
        Group(
          "Categorical cross-entropy", "one of many classes",
          [
            "categorical_cross_entropy", "categorical_cross_entropy_with_logits",
            "sparse_categorical_cross_entropy", "sparse_categorical_cross_entropy_with_logits",
            "nll_loss",
          ]),
      ]
    ),
    (
      40, .vermilion,
      [
        Group(
          "Margin", "right, and by how much",
          ["logistic_loss", "hinge", "squared_hinge", "multiclass_hinge"]),
        Group("Noise contrastive", "data or noise", ["nce"]),
        Group("Focal", "the hard cases first", ["binary_focal_with_logits", "focal_with_logits"]),
        Group("Ranking", "which before which", ["pairwise_hinge", "list_net"]),
      ]
    ),
    (
      44, .green,
      [
        Group(
          "Gradients",
          "of a cross-entropy by its logits: what was stated less what was true, *p* − *y*")
      ]
    ),
    (
      36, .green,
      [
        Group("Penalty", "the price of large weights", ["l1_penalty", "l2_penalty"]),
        Group(
          "Linear model", "what is trained, and its errors",
          ["linear", "logistic_regression_epoch", "zero_one_error"]),
        Group(
          "Calibration", "whether probabilities are kept",
          [
            "brier_score", "expected_calibration_error", "isotonic_regression",
            "temperature_scaling",
          ]),
      ]
    ),
  ]

  static let width = 740
  private static let margin = 12
  private static let gap = 16

  /// The rows with their boxes, each row below the one before.
  static let rows: [[Box]] = {
    var (rows, bottom) = ([[Box]](), 0)
    for (gap, ink, groups) in groups {
      rows.append(row(bottom + gap, ink, groups))
      bottom = rows.last![0].bottom
    }
    return rows
  }()

  /// Boxes of one width and height beside each other.
  private static func row(_ top: Int, _ ink: Ink, _ groups: [Group]) -> [Box] {
    let width = (width - 2 * margin - (groups.count - 1) * gap) / groups.count
    let texts = groups.map { printed($0.names, width: width) }
    return groups.indices.map { index in
      Box(
        title: groups[index].title, phrase: groups[index].phrase, names: texts[index],
        left: margin + index * (width + gap), top: top, width: width, ink: ink,
        lines: texts.map(\.count).max()!)
    }
  }

  /// Names as they stand in a box: an ending by itself below the name without it, or where the whole
  /// is too long.
  private static func printed(_ names: [String], width: Int) -> [String] {
    let suffix = "_with_logits"
    // A letter is 6.6 pixels wide.
    let most = (width - 16) * 10 / 66
    let ending = "\u{A0}\u{A0}…" + suffix
    return names.enumerated().flatMap { index, name in
      let stem = String(name.dropLast(suffix.count))
      if index > 0 && names[index - 1] == stem { return [ending] }
      return name.count <= most ? [name] : [stem, ending]
    }
  }
}

extension Figure {
  /// What follows from what.
  static func family() throws -> Figure {
    let rows = FamilyMap.rows
    let boxes = rows.flatMap { $0 }
    /// From the side of one box to that of its neighbour.
    func across(_ row: Int, _ from: Int, _ to: Int) -> Arrow {
      let (a, b) = (rows[row][from], rows[row][to])
      let y = a.top + a.height / 2
      return Arrow(Place(a.left + a.width, y), Place(b.left - 2, y))
    }
    /// Straight down from the bottom of one box to the top of another.
    func down(_ a: Box, _ b: Box, at x: Int) -> Arrow {
      Arrow(Place(x, a.bottom), Place(x, b.top - 2))
    }
    let losses = (top: rows[2][0].top - 34, bottom: rows[3][0].bottom + 12)
    var arrows = [across(0, 0, 1), across(0, 1, 2), across(0, 2, 3)]
    arrows.append(down(rows[0][2], rows[1][1], at: 430))
    for column in 0..<3 {
      arrows.append(down(rows[1][column], rows[2][column], at: rows[1][column].middle))
    }
    // The likelihood stands behind the losses of classes too.
    let bus = rows[1][0].bottom + 16
    for (from, to) in [(330, 200), (410, 540)] {
      arrows.append(
        Arrow(
          Place(from, rows[1][1].bottom), Place(from, bus), Place(to, bus),
          Place(to, rows[2][0].top - 2)))
    }
    arrows.append(down(rows[2][0], rows[3][0], at: rows[3][0].middle))
    arrows.append(down(rows[2][0], rows[3][1], at: 206))
    arrows.append(down(rows[2][2], rows[3][2], at: 518))
    arrows.append(down(rows[2][2], rows[3][3], at: rows[3][3].middle))
    let low = rows[2][0].bottom + 18
    arrows.append(
      Arrow(
        Place(224, rows[2][0].bottom), Place(224, low), Place(450, low),
        Place(450, rows[3][2].top - 2)))
    arrows.append(Arrow(Place(370, losses.bottom), Place(370, rows[4][0].top - 2)))
    arrows.append(down(rows[4][0], rows[5][1], at: 370))
    arrows += [across(5, 0, 1), across(5, 1, 2)]
    let frame = tag(
      "rect",
      [
        "class": "area faint vermilion", "x": "4", "y": "\(losses.top)",
        "width": "\(FamilyMap.width - 8)", "height": "\(losses.bottom - losses.top)", "rx": "10",
      ])
    return Figure(
      "family", title: "The cross-entropy family, and what follows from what",
      description: """
        A map of boxes and arrows with the names of all functions. Surprise leads to entropy, \
        cross-entropy and divergence; cross-entropy to likelihood, and with the activations and the \
        softmax to the losses: binary, categorical, regression, margin, noise contrastive, focal and \
        ranking. Their gradients, p − y, train the linear model, whose probabilities are calibrated.
        """,
      width: FamilyMap.width, height: rows[5][0].bottom + 12,
      content: ([frame, line("Losses", at: Place(14, losses.top + 20), "bold vermilion")]
        + arrows.map(\.markup) + boxes.map(\.markup)).joined(separator: "\n"))
  }
}
