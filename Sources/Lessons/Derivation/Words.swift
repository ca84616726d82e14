import Backprop
import Documents
import Formulas

/// What the factors measure, in words.
enum Words {
  /// What makes ∂C/∂a large or small.
  static func costSlope(_ cost: Cost) -> Prose {
    switch cost {
    case .squaredError: "Twice the distance from the target: far off, even a small change matters."
    case .halfSquaredError:
      "The distance from the target, no more: the ½ of the cost cancels the 2 that the square brings down."
    case .meanSquaredError:
      "Twice the distance from the target (of one output, the mean is the output's own square)."
    case .binaryCrossEntropy:
      "Each half of the cost pulls its own way, and without bound where the output is confident and wrong."
    case .crossEntropy: "The less the output gives to what should be there, the harder it is pulled."
    }
  }

  /// What makes ∂a/∂z large or small.
  static func slope(_ activation: Activation, z: Formula) -> Prose {
    switch activation {
    case .identity: "The neuron hands on what it gets, so every nudge passes as it is."
    case .sigmoid:
      "The slope of the sigmoid: at most ¼, where \(z) is 0, and small once the neuron is nearly on or nearly off."
    case .tanh:
      "The slope of tanh: at most 1, where \(z) is 0, and small once the neuron is close to 1 or −1."
    case .relu: "The slope of ReLU: 1 above 0 and 0 below, so a nudge passes as it is, or not at all."
    case .leakyReLU(let slope):
      "The slope of the leaky ReLU: 1 above 0, and below it only \(Formula.number(slope))."
    case .softmax: "With one neuron alone its share is always 1: no nudge passes."
    }
  }

  /// The same, where it was said of the layer above.
  static func sameSlope(_ activation: Activation, z: Formula) -> Prose {
    switch activation {
    case .identity: "As before, what comes in goes on as it is."
    case .sigmoid, .tanh: "The slope of the same curve, at this neuron's own \(z)."
    case .relu, .leakyReLU: "The sign of this neuron's own \(z) decides."
    case .softmax: "As before, no nudge passes."
    }
  }

  /// What the value of a slope means, once it is known.
  static func remark(_ activation: Activation, slope: Double, z: Double, name: Formula) -> Prose? {
    switch activation {
    case .identity, .softmax: return nil
    case .relu, .leakyReLU:
      if z == 0 {
        return "Here \(name) is 0, right on the kink, where there is no slope: the one from below is taken."
      }
      if z > 0 { return "Here \(name) is above 0: the neuron is on, and passes everything back." }
      return slope == 0
        ? "Here \(name) is below 0: the neuron is off, and nothing passes back, however wrong the output is."
        : "Here \(name) is below 0, where little passes back."
    case .sigmoid, .tanh:
      let part = activation == .sigmoid ? 4 * slope : slope
      if part < 0.01 {
        return "The neuron is saturated: its slope is nearly flat, and hardly anything passes back."
      }
      if part > 0.9 { return "That is nearly as steep as it gets." }
      return nil
    }
  }

  /// An activation's name in running text.
  static func name(_ activation: Activation) -> Prose {
    switch activation {
    case .identity: "identity"
    case .sigmoid: "sigmoid"
    case .tanh: "tanh"
    case .relu: "ReLU"
    case .leakyReLU(let slope): "leaky ReLU, slope \(Formula.number(slope))"
    case .softmax: "softmax"
    }
  }

  /// A cost's name in running text.
  static func name(_ cost: Cost) -> Prose {
    switch cost {
    case .squaredError: "the squared error"
    case .halfSquaredError: "half the squared error"
    case .meanSquaredError: "the mean squared error"
    case .binaryCrossEntropy: "the binary cross-entropy"
    case .crossEntropy: "the cross-entropy"
    }
  }
}
