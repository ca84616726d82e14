import Formulas

/// Steps by their names.
extension Steps {
  /// The steps that lead to a quantity, or a derivative: none for what is given, and two where activation and cost are made
  /// for each other.
  func steps(of name: Formula) -> [Step] {
    if case .symbol(let symbol) = name { return quantity(symbol) }
    if case .partial(let of, by: let by) = name { return slope(of, by: by) }
    return []
  }

  private func quantity(_ symbol: Symbol) -> [Step] {
    guard [.weightedInput, .activation, .cost].contains(symbol.meaning) else { return [] }
    let neuron = symbol.layer.flatMap { l in
      forward.indices.contains(l - 1) ? forward[l - 1].at(symbol) : nil
    }
    let steps = (neuron.map { [$0.weightedInput, $0.activation] } ?? []) + [cost]
    return steps.filter { $0.name == .symbol(symbol) }
  }

  private func slope(_ of: Symbol, by: Symbol) -> [Step] {
    let name = Formula.partial(of, by: by)
    var steps: [Step] = []
    switch by.meaning {
    case .weightedInput:
      if let neuron = layer(by.layer)?.neurons.at(by) {
        steps = neuron.slopes + [neuron.error] + (neuron.cancelled.map { [$0] } ?? [])
      }
    case .weight, .bias:
      if let neuron = layer(by.layer)?.neurons.at(by) {
        let branch = by.meaning == .bias ? neuron.bias : neuron.weights.at(by, index: 1)
        steps = branch.map { [$0.factor, $0.product] } ?? []
      }
    case .activation:
      if let passed = layer(by.layer.map { $0 + 1 })?.passed.at(by) {
        steps = (passed.factors.at(of).map { [$0] } ?? []) + [passed.sum]
      } else if by.layer == forward.count {
        steps = costSlopes.at(by).map { [$0] } ?? []
      }
    case .target, .cost, .penalty, .learningRate, .newWeight, .newBias, .newCost, .otherTerms, .path,
      .gradient, .weightMatrix, .error, .jacobian, .ones, .squaredGradient, .squaredWeightGradient, .entry,
      .named, .newNamed:
      break
    }
    return steps.filter { $0.name == name }
  }

  private func layer(_ l: Int?) -> Layer? {
    guard let l, backward.indices.contains(backward.count - l) else { return nil }
    return backward[backward.count - l]
  }

  /// The names that these names need, themselves included.
  ///
  /// Only what is needed is made; `more` are steps that lead to other names, or on to these.
  static func names(neededFor wanted: Set<Formula>, in examples: [Steps], and more: [Step]) -> Set<Formula> {
    let more = Dictionary(grouping: more, by: \.name)
    var needed = wanted
    var open = Array(wanted)
    while let name = open.popLast() {
      for step in examples.flatMap({ $0.steps(of: name) }) + (more[name] ?? []) {
        let names = step.formula.names + (step.whenSaturated?.names ?? [])
        for name in names where needed.insert(name).inserted { open.append(name) }
      }
    }
    return needed
  }
}

extension RandomAccessCollection where Index == Int {
  /// The element of the neuron that an index of a symbol names, the first where it has none; `nil` where there is no such one.
  fileprivate func at(_ symbol: Symbol, index: Int = 0) -> Element? {
    let place = (symbol.indices.count > index ? symbol.indices[index] : 1) - 1
    return indices.contains(place) ? self[place] : nil
  }
}
