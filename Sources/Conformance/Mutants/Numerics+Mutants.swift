import CrossEntropy
import Exact

extension Mutant {
  static let numerics: [Mutant] = [
    Mutant(
      "log-likelihood-of-a-product",
      "The logarithm is taken of the product as it rounds to a double.",
      clauses: ["LOG-LIKELIHOOD-3"], functions: ["log_likelihood"],
      breaks: ["a-product-of-likelihoods-underflows-and-its-logarithm-does-not"]
    ) { call, subject in
      var product = Call("likelihood", call.arguments)
      product.gradient = []
      let value = try subject.answer(product).value.map { Ball.log($0.roundedToDouble) }
      return Answer(value: value)
    }
  ]
}
