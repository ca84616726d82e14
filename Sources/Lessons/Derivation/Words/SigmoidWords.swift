import Documents
import Formulas

struct SigmoidWords: ActivationWords {
  var name: Prose { "sigmoid" }
  var steepest: (value: Double, words: Prose)? { (0.25, "¼") }

  var definition: Equation? {
    let z = Formula.symbol(Symbol(.weightedInput))
    return Equation(.logistic(z), [.init(.equals, .integer(1) / (.integer(1) + .exp(-z)))])
  }

  func slope(at z: Formula) -> Prose {
    "The slope of the sigmoid: at most ¼, where \(z) is 0, and small once the neuron is nearly on or nearly off."
  }

  func slopeName(at z: Symbol) -> Formula? { .call(.sigmaPrime, .symbol(z)) }

  func saturated(_ a: Formula) -> Prose {
    "(So close to its end, \(a) in its own digits says too little of 1 − \(a). That is σ(−\(.weightedInputLetter)), and nothing is lost.)"
  }
}
