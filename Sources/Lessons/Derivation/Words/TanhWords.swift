import Documents
import Formulas

struct TanhWords: ActivationWords {
  var name: Prose { "tanh" }
  var steepest: (value: Double, words: Prose)? { (1, "1") }

  func slope(at z: Formula) -> Prose {
    "The slope of tanh: at most 1, where \(z) is 0, and small once the neuron is close to 1 or −1."
  }

  func slopeName(at z: Symbol) -> Formula? { .call(.tanhPrime, .symbol(z)) }

  func saturated(_ a: Formula) -> Prose {
    """
    (So close to its end, \(a) in its own digits says too little of 1 − \(a). That is 2 σ(−2\(.weightedInputLetter)), as 1 + \(a) is \
    2 σ(2\(.weightedInputLetter)), and nothing is lost.)
    """
  }
}
