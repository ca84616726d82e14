import Documents
import Formulas

/// ReLU, and with a slope below 0 the leaky one.
struct ReLUWords: ActivationWords {
  let below: Numeral?

  var name: Prose { below.map { "leaky ReLU, slope \(Formula.number($0))" } ?? "ReLU" }

  func slope(at z: Formula) -> Prose {
    below.map { "The slope of the leaky ReLU: 1 above 0, and \(Formula.number($0)) below it." }
      ?? "The slope of ReLU: 1 above 0 and 0 below, so a nudge passes as it is, or not at all."
  }

  func sameSlope(at z: Formula) -> Prose { "The sign of this neuron's own \(z) decides." }

  var remarkOnSlopes: Prose {
    below.map { " (ReLU′ is 1 above 0 and 0 elsewhere, so this is 1 or \(Formula.number($0)).)" }
      ?? " (ReLU′ is 1 above 0 and 0 elsewhere.)"
  }

  func remark(slope: Double, z: Double, name: Formula) -> Prose? {
    // A line through 0 has no two sides.
    if below?.value == 1 { return nil }
    if z > 0 { return "Here \(name) is above 0: the neuron is on, and passes everything back." }
    if z == 0 { return "Here \(name) is 0, right on the kink: the slope from below is taken." }
    guard slope != 0, let below else {
      return
        "Here \(name) is below 0: the neuron is off, and nothing passes back, however wrong the output is."
    }
    return "Here \(name) is below 0, so the slope is \(Formula.number(below))."
  }
}
