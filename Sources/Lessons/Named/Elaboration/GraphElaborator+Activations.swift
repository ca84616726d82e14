import Backprop
import Formulas

/// Activations that are written with other operations.
extension GraphElaborator {
  /// max(0, x): at 0 the slope is that of the first, on the left.
  mutating func writePositivePart(_ x: Expression, _ place: Place) throws(Halt) {
    code.append(whole: 0)
    try write(x, at: place)
    code.apply(.max, toLast: 2)
  }

  /// min(x, 0): at 0 the slope is that of the first, on the left.
  private mutating func writeNegativePart(_ x: Expression, _ place: Place) throws(Halt) {
    try write(x, at: place)
    code.append(whole: 0)
    code.apply(.min, toLast: 2)
  }

  /// max(0, x) + p·min(x, 0).
  mutating func writeLeakyReLU(_ x: Expression, _ slope: Expression?, _ place: Place) throws(Halt) {
    try writePositivePart(x, place)
    if let slope { try write(slope, at: place) } else { code.append(builder.number(.hundredth)) }
    try writeNegativePart(x, place)
    code.apply(.product, toLast: 2)
    code.apply(.sum, toLast: 2)
  }

  /// max(0, x) + p·(e^min(x, 0) − 1).
  mutating func writeELU(_ x: Expression, _ scale: Expression?, _ place: Place) throws(Halt) {
    try writePositivePart(x, place)
    if let scale { try write(scale, at: place) }
    try writeNegativePart(x, place)
    code.apply(.exponentialMinusOne, toLast: 1)
    code.apply(.product, toLast: scale == nil ? 1 : 2)
    code.apply(.sum, toLast: 2)
  }

  /// s·(max(0, x) + p·(e^min(x, 0) − 1)).
  ///
  /// Source of the numbers: G. Klambauer et al., Self-Normalizing Neural Networks, arXiv 1706.02515.
  mutating func writeSELU(_ x: Expression, _ place: Place) throws(Halt) {
    code.append(builder.number(.scaleOfSELU))
    try writePositivePart(x, place)
    code.append(builder.number(.slopeOfSELU))
    try writeNegativePart(x, place)
    code.apply(.exponentialMinusOne, toLast: 1)
    code.apply(.product, toLast: 2)
    code.apply(.sum, toLast: 2)
    code.apply(.product, toLast: 2)
  }

  /// x σ(2√(2/π) (x + 0.044715 x³)), as the activation of a layer has it.
  mutating func writeGELU(_ x: Expression, _ place: Place) throws(Halt) {
    try write(x, at: place)
    code.append(builder.number(.steepnessOfGELU))
    try write(x, at: place)
    code.append(builder.number(.cubicOfGELU))
    try write(x, at: place)
    code.raise(to: 3)
    code.apply(.product, toLast: 2)
    code.apply(.sum, toLast: 2)
    code.apply(.product, toLast: 2)
    code.apply(.sigmoid, toLast: 1)
    code.apply(.product, toLast: 2)
  }
}

extension Numeral {
  /// s of s (max(0, x) + p (e^min(x, 0) − 1)).
  package static let scaleOfSELU = Numeral(digits: "1.0507009873554805", value: 1.0507009873554805)
  /// p of the same.
  package static let slopeOfSELU = Numeral(digits: "1.6732632423543772", value: 1.6732632423543772)
}
