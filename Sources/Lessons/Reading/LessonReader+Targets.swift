import Backprop
import Formulas
import Texts

extension Lesson.Targets {
  /// w ((1 − s) y + s/N), of N outputs: exactly, where 128 bits hold it.
  func treated(_ targets: [Numeral]) -> [Numeral] {
    if smoothing == nil, classWeights == nil { return targets }
    return targets.enumerated().map { j, target in
      exact(target, j, of: targets.count)
        ?? Numeral(rounding: value(target, j, of: targets.count), digits: 17) ?? target
    }
  }

  private func exact(_ target: Numeral, _ j: Int, of count: Int) -> Numeral? {
    let value: Rational = value(target, j, of: count)
    return Numeral(value, digits: 17) ?? Numeral(fraction: value)
  }

  private func value<A: Algebra>(_ target: Numeral, _ j: Int, of count: Int) -> A {
    let smooth = smoothing.map { A($0) } ?? A(0)
    let shared = (A(1) - smooth) * A(target) + smooth / A(count)
    return classWeights.map { A($0[j]) * shared } ?? shared
  }
}

extension LessonReader {
  /// Reads what is to be done to the targets.
  mutating func treatment(_ fields: Fields, cost: Cost?, outputs: Int?) -> Lesson.Targets {
    var treatment = Lesson.Targets()
    if let value = fields["labelSmoothing"], let smoothing = nonNegative(value, "the label smoothing") {
      if smoothing.value > 1 {
        problems.add(at: value.range, "the label smoothing must be from 0 to 1, but is \(smoothing.typed)")
      } else if let cost, !cost.takesLogarithms {
        problems.add(
          at: value.range,
          "label smoothing needs targets that are probabilities, but the cost is \(cost.name)")
      }
      treatment.smoothing = smoothing
    }
    if let value = fields["classWeights"], let elements = array(value, "the class weights", arePlural: true),
      let weights = classWeights(elements)
    {
      if let outputs, weights.count != outputs {
        problems.add(
          at: value.range,
          "the lesson gives \(counted(weights.count, "class weight")), but the last layer has \(counted(outputs, "neuron"))"
            + elements.commaHint(for: outputs))
      } else if let cost, cost != .crossEntropy {
        problems.add(
          at: value.range, "class weights need the cost cross-entropy, but the cost is \(cost.name)")
      }
      treatment.classWeights = weights
    }
    return treatment
  }

  private mutating func classWeights(_ elements: [JSONValue]) -> [Numeral]? {
    let weights = elements.enumerated().compactMap { j, value in
      nonNegative(value, "class weight \(j + 1)")
    }
    return weights.count == elements.count ? weights : nil
  }
}
