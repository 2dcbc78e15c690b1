/// The laws of one chapter.
public struct LawFamily: Sendable {
  /// The stem of the chapter, such as `Divergence`.
  public let name: String
  /// The laws in the order of the chapter.
  public let laws: [Law]

  /// The same family with some of its laws.
  public func keeping(_ isWanted: (Law) -> Bool) -> LawFamily {
    LawFamily(name: name, laws: laws.filter(isWanted))
  }
}

extension Law {
  /// Every law, by the chapters of Spec/.
  public static let families: [LawFamily] = [
    LawFamily(name: "Information", laws: information),
    LawFamily(name: "Divergence", laws: divergence),
    LawFamily(name: "Likelihood", laws: likelihood),
    LawFamily(name: "Activation", laws: activation),
    LawFamily(name: "LogSumExp", laws: logSumExp),
    LawFamily(name: "BinaryCrossEntropy", laws: binaryCrossEntropy),
    LawFamily(name: "CategoricalCrossEntropy", laws: categoricalCrossEntropy),
    LawFamily(name: "Focal", laws: focal),
    LawFamily(name: "Margin", laws: margin),
    LawFamily(name: "Regression", laws: regression),
    LawFamily(name: "Ranking", laws: ranking),
    LawFamily(name: "NoiseContrastive", laws: noiseContrastive),
    LawFamily(name: "Penalty", laws: penalty),
    LawFamily(name: "LinearModel", laws: linearModel),
    LawFamily(name: "Calibration", laws: calibration),
    LawFamily(name: "Numerics", laws: numerics),
  ]

  /// Every law, in the order of the chapters.
  public static let all: [Law] = families.flatMap(\.laws)

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  /// The law of that name.
  public static func named(_ name: String) -> Law? { byName[name] }
}
