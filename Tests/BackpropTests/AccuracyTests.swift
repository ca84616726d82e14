import Formulas
import Testing

@testable import Backprop

/// The functions of a line of `Reference/functions.txt`, in any arithmetic, in the order of its values.
private func values<A: Algebra>(_ kind: FunctionCase.Kind, _ x: [A]) -> [A] {
  guard let first = x.first, let last = x.last else { return [] }
  switch kind {
  case .plain:
    let a = Reading(first)
    return [
      .square(first), .exp(first), .ln(first), .lnOnePlus(first), .softplus(first), a.complement,
      a.squareComplement, a.complementLogarithm,
    ]
  case .logistic: return readings(.logistic(first))
  case .tanh: return readings(.hyperbolic(first))
  case .softmax:
    let a = Reading.softmax(x)
    return readings(a[0]) + a.dropFirst().prefix(1).map { a[0].shareWithoutThis(of: $0) }
  case .logisticMinus: return [Reading.logistic(first).minus(last)]
  case .tanhMinus: return [Reading.hyperbolic(first).minus(last)]
  case .softmaxMinus: return [Reading.softmax(x.dropLast())[0].minus(last)]
  case .real: return [.sin(first), .cos(first), .squareRoot(first), .exponentialMinusOne(first)]
  case .power: return [.power(first, last)]
  }
}

private func readings<A: Algebra>(_ a: Reading<A>) -> [A] {
  [a.value, a.complement, a.squareComplement, a.logarithm, a.complementLogarithm]
}

/// The same as the matrices compute them; `nil` for what they do not need.
private func matrixValues(_ kind: FunctionCase.Kind, _ x: [Double]) -> [Double?] {
  guard let first = x.first, let y = x.last else { return [] }
  func layer(_ activation: Activation, _ z: [Double]) -> VectorizedLayer {
    var layer = VectorizedLayer(.init(activation, weights: z.map { [$0] }, biases: nil))
    var product = MatrixProduct()
    layer.hold(1)
    layer.activate(fedBy: Matrix(rows: 1, columns: [[1]]), &product)
    return layer
  }
  func readings(_ activation: Activation, _ z: [Double]) -> [Double?] {
    let layer = layer(activation, z)
    return [
      layer.a.elements[0], layer.rule.complement(layer, 0), nil, layer.rule.logarithm(layer, 0, of: 0),
      layer.rule.complementLogarithm(layer, 0, of: 0),
    ]
  }
  func difference(_ activation: Activation, _ z: [Double]) -> Double {
    let layer = layer(activation, z)
    return layer.rule.difference(layer, y, 0)
  }
  switch kind {
  case .plain:
    let layer = layer(.identity, [first])
    return [
      nil, nil, layer.rule.logarithm(layer, 0, of: 0), nil, nil, layer.rule.complement(layer, 0), nil,
      layer.rule.complementLogarithm(layer, 0, of: 0),
    ]
  case .logistic: return readings(.sigmoid, x)
  case .tanh: return readings(.tanh, x)
  case .softmax: return readings(.softmax, x)
  case .logisticMinus: return [difference(.sigmoid, [first])]
  case .tanhMinus: return [difference(.tanh, [first])]
  case .softmaxMinus: return [difference(.softmax, x.dropLast())]
  case .real, .power: return []
  }
}

extension FunctionCase.Kind {
  /// How many units of the last place each value may be off; the worst of some hundred thousand arguments was below.
  fileprivate var mostUnits: [Double] {
    switch self {
    case .plain: [0, 1, 1, 1, 2, 0, 2, 1]
    case .logistic: [3, 3, 4, 2, 2]
    case .tanh: [3, 3, 3, 3, 4]
    case .softmax: [3, 3, 4, 3, 4, 3]
    case .logisticMinus, .tanhMinus, .softmaxMinus: [4]
    case .real: [1, 1, 0, 1]
    case .power: [1]
    }
  }
}

@Suite struct `The accuracy of functions` {
  @Test(arguments: try FunctionCase.all())
  func `A function is off by no more units of the last place than its kind may be`(example: FunctionCase) {
    let got = values(example.kind, example.arguments)
    for (place, value) in got.enumerated() { expect(value, at: place, in: example) }
  }

  @Test(arguments: try FunctionCase.all())
  func `The matrices compute the same values as accurately`(example: FunctionCase) {
    for (place, value) in matrixValues(example.kind, example.arguments).enumerated() {
      if let value { expect(value, at: place, in: example) }
    }
  }

  @Test(arguments: try FunctionCase.all())
  func `An interval holds the value`(example: FunctionCase) {
    let bounds = values(example.kind, example.arguments.map(Interval.init(exactly:)))
    for (place, bounds) in bounds.enumerated() {
      guard let value = example.values[place] else { continue }
      #expect(bounds.contains(value), "value \(place + 1), from \(bounds.low) to \(bounds.high)")
    }
  }

  private func expect(_ got: Double, at place: Int, in example: FunctionCase) {
    guard let want = example.values[place], got != want else { return }
    let units = (got - want).magnitude / max(want.ulp, example.unit)
    #expect(units <= example.kind.mostUnits[place], "value \(place + 1) is \(got), off by \(units) units")
  }
}
