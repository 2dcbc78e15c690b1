public import Exact

extension CheckedCall {
  /// The value, and the gradients asked for as the formula makes them of itself: over dual numbers,
  /// one run an element. Right in the interior of the domain and away from corners.
  ///
  /// - Throws: as `answer(over:precision:)`.
  /// - Complexity: as many runs of the formula as there are numbers to differentiate by.
  public func answerByDualNumbers(precision: Int) throws -> Answer<Ball> {
    let inputs = Inputs<Ball>(self, precision: precision)
    var answer = Answer(value: try function.formula.value(inputs))
    let weights = call.cotangent?.elements.map { Ball($0, precision: precision) }
    for name in call.gradient {
      let tensor = try dualTensor(name, precision)
      answer.gradient[name] = tensor.map { _ in Ball(0) }
      for element in tensor.elements.indices {
        var moved = tensor
        moved.elements[element].derivative = Ball(Rational(1), precision: precision)
        let dual = Inputs<Dual<Ball>>(self, precision: precision).replacing(name, with: moved)
        let slopes = try function.formula.value(dual).elements.map(\.derivative)
        answer.gradient[name]!.elements[element] =
          weights.map { zip($0, slopes).map { weighted($0, $1) }.sum } ?? slopes.sum
      }
    }
    return answer
  }

  /// The numbers behind a name, none of which moves.
  private func dualTensor(_ name: String, _ precision: Int) throws -> Tensor<Dual<Ball>> {
    func still(_ value: Ball) -> Dual<Ball> {
      Dual(value, derivative: Ball(Rational(0), precision: precision))
    }
    if let tensor = reals[name] { return tensor.map { still(Ball($0, precision: precision)) } }
    if let value = realOptions[name] { return Tensor(still(Ball(value, precision: precision))) }
    guard name == "base" else {
      throw DataError.notDifferentiable(name, function: call.function, why: "it has no value here")
    }
    return Tensor(still(.exp(Ball(Rational(1), precision: precision))))
  }
}
