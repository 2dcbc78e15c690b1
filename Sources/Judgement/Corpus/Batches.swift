import CrossEntropy

// What the losses of batches of rows have in common.

extension Corpus {
  /// A batch without rows, under each reduction, and its gradient.
  static func nothing(
    _ function: String, _ arguments: [String: Call.Argument], by names: [String] = []
  ) -> [Case] {
    [
      ("mean", "POLICY-2", "the mean of nothing is NaN"),
      ("sum", "REDUCTION-4", "the sum of nothing is 0"),
      ("none", "REDUCTION-1", "nothing, one by one"),
    ].map { (reduction: String, clause, note) in
      var call = Call(function, arguments, options: ["reduction": .word(reduction)])
      call.gradient = names
      return Case("nothing-\(reduction)", [clause], note, call)
    }
  }

  /// Labels that are no class of three. `#` stands for the label.
  static func noLabels(_ call: String) -> [Case] {
    [
      ("one-too-far", "the number of classes", "3"), ("minus-1", "not the last class", "-1"),
      ("minus-100", "not ignored unless asked for", "-100"), ("far", "far beyond", "1000000"),
    ].map { id, note, label in
      Case("label-\(id)", "INPUT-3 POLICY-3", note, call.replacing("#", with: label))
    }
  }

  /// Reals that are no probability, as a value of an option. `#` stands for the number.
  static func noShares(_ name: String, _ call: String) -> [Case] {
    notNonnegative(name, "INPUT-6 POLICY-4", call) + [
      Case(
        "\(name)-above-1", "INPUT-6 POLICY-4", "one step above 1",
        call.replacing("#", with: "{above1}"))
    ]
  }

  /// Rows of two, for tests of long batches.
  static func pairs(_ count: Int, seed: Int = 1) -> String {
    "[" + (0..<count).map { Lists.logits(2, seed: seed + $0) }.joined(separator: ", ") + "]"
  }
}

extension String {
  fileprivate func replacing(_ character: Character, with text: String) -> String {
    split(separator: character, omittingEmptySubsequences: false).joined(separator: text)
  }
}
