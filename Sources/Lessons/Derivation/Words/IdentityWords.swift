import Documents
import Formulas

struct IdentityWords: ActivationWords {
  var name: Prose { "identity" }
  func slope(at z: Formula) -> Prose { "The neuron hands on what it gets, so every nudge passes as it is." }
  func sameSlope(at z: Formula) -> Prose { "As before, what comes in goes on as it is." }
}
