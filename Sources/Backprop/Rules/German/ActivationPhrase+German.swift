import Formulas

extension ActivationPhrase {
  /// In German.
  public var german: Prose {
    switch self {
    case .name(let activation): activation.nameInGerman
    case .function(let activation): activation.functionInGerman
    case .slope(let activation, let z, let isAlone): activation.slopeInGerman(at: z, isAlone: isAlone)
    case .sameSlope(let activation): activation.sameSlopeInGerman
    case .slopeName(let activation): activation.slopeNameInGerman
    case .digitsTooFew(let activation, let a): activation.digitsInGerman(of: a)
    case .saturated:
      "Das Neuron ist gesättigt: Seine Steigung ist kleiner als ein Hundertstel des Maximums. Der eingehende Gradient wird also mit einer sehr kleinen Zahl multipliziert."
    case .nearlySteepest(let z, let most):
      "Bei \(z) liegt die Steigung nahe an ihrem Maximum \(most.digits)."
    case .active(let z):
      "\(z) ist größer als 0: Das Neuron ist aktiv, und der eingehende Gradient wird unverändert weitergegeben."
    case .inactive(let z):
      "\(z) ist kleiner als 0: Das Neuron ist inaktiv und gibt 0 zurück, ganz gleich, wie groß der eingehende Gradient ist."
    case .below(let z, let slope): "\(z) ist kleiner als 0, also ist die Steigung \(Formula.number(slope))."
    case .onKink(let z, let slope):
      "\(z) ist 0. Dort hat die Funktion einen Knick und keine Ableitung. Per Konvention wird die Steigung verwendet, die für \(z) unter 0 gilt: \(Formula.number(slope))."
    case .nearlyInactive(let z):
      "\(z) liegt weit unter 0: Das Neuron ist fast inaktiv, und der eingehende Gradient wird mit einer Zahl nahe 0 multipliziert."
    case .nearlyActive(let z):
      "\(z) liegt weit über 0: Die Steigung ist wie bei ReLU fast 1, und der eingehende Gradient wird nahezu unverändert weitergegeben."
    case .falling(let z):
      "\(z) liegt links vom tiefsten Punkt der Kurve: Die Steigung ist negativ, also wechselt der Gradient auf dem Rückweg das Vorzeichen."
    }
  }
}

extension Activation {
  fileprivate var nameInGerman: Prose {
    let setting = Formula.number(setting ?? Numeral(integer: 1))
    return switch kind {
    case .identity: "Identität"
    case .sigmoid: "Sigmoid"
    case .tanh: "tanh"
    case .softplus: "Softplus"
    case .softmax: "Softmax"
    case .relu: "ReLU"
    case .leakyReLU: "Leaky ReLU, Steigung \(setting)"
    case .elu: "ELU, α = \(setting)"
    case .silu: "SiLU"
    case .gelu: "GELU in der tanh-Form"
    }
  }

  /// Feminine and without an article, so that it is the same in each case.
  fileprivate var functionInGerman: Prose {
    switch kind {
    case .identity: "Identität"
    case .sigmoid: "Sigmoidfunktion"
    case .tanh: "tanh-Funktion"
    case .softplus: "Softplus-Funktion"
    case .softmax: "Softmax-Funktion"
    case .relu: "ReLU-Funktion"
    case .leakyReLU: "Leaky-ReLU-Funktion"
    case .elu: "ELU-Funktion"
    case .silu: "SiLU-Funktion"
    case .gelu: "GELU-Funktion"
    }
  }

  fileprivate func slopeInGerman(at z: Formula, isAlone: Bool) -> Prose {
    let start: Prose = "Das ist die Steigung der \(functionInGerman)."
    let curve: Prose =
      "½, wenn \(z) gleich 0 ist, fast 1 weit über 0 und fast 0 weit darunter"
    return switch kind {
    case .identity: "Die Aktivierung ist gleich der \(.weightedInput), also ist die Steigung 1."
    case .sigmoid:
      "\(start) Sie ist höchstens ¼, und zwar, wenn die \(.weightedInput) 0 ist. Sie ist fast 0, wenn die Aktivierung nahe bei 0 oder 1 liegt."
    case .tanh:
      "\(start) Sie ist höchstens 1, und zwar, wenn die \(.weightedInput) 0 ist. Sie ist fast 0, wenn die Aktivierung nahe bei 1 oder −1 liegt."
    case .relu:
      "\(start) Sie ist 1, wenn die \(.weightedInput) größer als 0 ist, und 0, wenn sie kleiner ist."
    case .leakyReLU:
      "\(start) Sie ist 1, wenn die \(.weightedInput) größer als 0 ist, und \(Formula.number(setting ?? .hundredth)), wenn sie kleiner ist."
    case .softplus:
      "Die Steigung der \(functionInGerman) ist die Sigmoidfunktion von \(z): \(curve)."
    case .silu, .gelu:
      "\(start) Sie ist \(curve). Dazwischen ist sie für manche Werte etwas größer als 1 und für andere etwas kleiner als 0."
    case .elu:
      "\(start) Sie ist 1, wenn \(z) größer als 0 ist. Unter 0 ist sie \(ELU(scale: setting ?? Numeral(integer: 1)).slopeBelow(z)); das liegt umso näher bei 0, je kleiner \(z) ist."
    case .softmax:
      isAlone
        ? "Softmax eines einzelnen Neurons ist immer 1, also ist die Steigung 0."
        : "Jede Ausgabe hängt von jedem \(.weightedInputLetter) ab: Wächst ein \(.weightedInputLetter), so wächst die Ausgabe desselben Neurons, und alle anderen Ausgaben werden kleiner. Es gibt also eine Steigung für jedes Paar aus Ausgabe und \(.weightedInputLetter)."
    }
  }

  fileprivate var sameSlopeInGerman: Prose {
    switch kind {
    case .identity: "Wie zuvor ist die Steigung 1."
    case .softmax: "Wie zuvor ist die Steigung 0."
    case .relu: "Wie zuvor ist die Steigung 1 oder 0, je nach dem Vorzeichen der \(.weightedInput)."
    case .leakyReLU:
      "Wie zuvor ist die Steigung 1 oder \(Formula.number(setting ?? .hundredth)), je nach dem Vorzeichen der \(.weightedInput)."
    case .sigmoid, .tanh, .softplus, .silu, .elu, .gelu:
      "Das ist wie zuvor die Steigung der \(functionInGerman)."
    }
  }

  fileprivate var slopeNameInGerman: Prose {
    switch kind {
    case .relu: "(ReLU′ ist 1 über 0 und sonst 0.)"
    case .leakyReLU:
      "(ReLU′ ist 1 über 0 und sonst 0, also ist dies 1 oder \(Formula.number(setting ?? .hundredth)).)"
    case .identity, .sigmoid, .tanh, .softplus, .silu, .elu, .gelu, .softmax: ""
    }
  }

  fileprivate func digitsInGerman(of a: Formula) -> Prose {
    let rest = Formula.integer(1) - a
    return switch kind {
    case .sigmoid:
      "(Die Aktivierung \(a) liegt so nahe bei 1, dass aus ihren Ziffern \(rest) nicht genau hervorgeht. Die Zeile verwendet stattdessen \(rest) = σ(−\(.weightedInputLetter)).)"
    case .tanh:
      "(Die Aktivierung \(a) liegt so nahe bei 1 oder −1, dass aus ihren Ziffern die Steigung nicht genau hervorgeht. Die Zeile verwendet stattdessen \(rest) = 2 σ(−2\(.weightedInputLetter)) und \(Formula.integer(1) + a) = 2 σ(2\(.weightedInputLetter)).)"
    case .identity, .relu, .leakyReLU, .softplus, .silu, .elu, .gelu, .softmax:
      "(Aus der \(.weightedInput) berechnet, weil die Ziffern der Aktivierung nicht ausreichen.)"
    }
  }
}
