import Backprop
import Formulas

/// Derivatives along all paths between two quantities: ∂a₂/∂a₁, which no line of a derivation need have.
extension Exercise {
  /// The same with lines for such derivatives, and for those that they are made of.
  package func adding(_ derivatives: [Formula]) -> Exercise {
    guard !derivatives.isEmpty else { return self }
    let paths = PathSums(lines, subject.localGradients)
    var added: [Line] = []
    var known = Set(entries.keys)
    for derivative in derivatives {
      guard case .partial(let of, let by) = derivative else { continue }
      for (name, formula) in paths.steps(of: of, by: by) where known.insert(name).inserted {
        added.append(
          Line(
            name: name, formula: formula, step: nil, example: nil, isAsked: false, isCompound: true))
      }
    }
    return Exercise(self, adding: added)
  }
}

/// What feeds what, with the local gradients as the lines name them.
private struct PathSums {
  /// By what is fed from it: each that it feeds, with the name of the local gradient.
  private var fed: [Symbol: [(to: Symbol, factor: Formula)]] = [:]
  /// Quantities in the order in which they are computed.
  private var order: [Symbol] = []
  /// Names that stand for a local gradient.
  private var factors: Set<Formula> = []
  /// Local gradients that no line has, by their names; that of the result is its derivative along all paths.
  private var unlisted: [Formula: Formula] = [:]

  /// `all` are local gradients, of which the lines need not have every one.
  init(_ lines: [Line], _ all: [LocalGradientFormula]) {
    for line in lines {
      switch line.name {
      case .symbol(let symbol): if line.isQuantity { order.append(symbol) }
      case .partial(let of, let by):
        guard line.isLocal else { continue }
        fed[by, default: []].append((of, line.name))
        factors.insert(line.name)
      case .number, .negative, .sum, .product, .quotient, .power, .raised, .call, .max, .min, .truth, .nabla,
        .transpose,
        .matrixProduct, .elementwise:
        continue
      }
    }
    for edge in all where !factors.contains(.partial(edge.of, by: edge.by)) {
      fed[edge.by, default: []].append((edge.of, edge.formula))
      if !edge.isOfResult { unlisted[.partial(edge.of, by: edge.by)] = edge.formula }
    }
  }

  /// ∂(of)/∂s for each s between the two, from the last to the first: the sum over all that s feeds.
  func steps(of: Symbol, by: Symbol) -> [(name: Formula, formula: Formula)] {
    if let local = unlisted[.partial(of, by: by)] { return [(.partial(of, by: by), local)] }
    var below: Set<Symbol> = [by]
    for symbol in [by] + order where below.contains(symbol) {
      for next in fed[symbol] ?? [] { below.insert(next.to) }
    }
    var derivatives: [Symbol: Formula] = [of: .integer(1)]
    var steps: [(name: Formula, formula: Formula)] = []
    for symbol in order.reversed().filter({ $0 != by }) + [by] where symbol != of && below.contains(symbol) {
      let terms = (fed[symbol] ?? []).compactMap { next -> Formula? in
        guard let onward = derivatives[next.to] else { return nil }
        return next.to == of ? next.factor : .product([next.factor, onward])
      }
      guard let first = terms.first else { continue }
      let sum = terms.count == 1 ? first : Formula.sum(terms)
      let name = Formula.partial(of, by: symbol)
      // Its name may be that of a local gradient, which is one path of several.
      if factors.contains(name) {
        derivatives[symbol] = sum
      } else {
        derivatives[symbol] = name
        steps.append((name, sum))
      }
    }
    let name = Formula.partial(of, by: by)
    return derivatives[by] == nil ? steps + [(name, .integer(0))] : steps
  }
}

extension Line {
  /// Whether it is a quantity on the way to the result.
  fileprivate var isQuantity: Bool { if case .value = step { true } else { false } }

  /// Whether it is ∂ of a quantity by one that feeds it.
  fileprivate var isLocal: Bool {
    switch step {
    case .factor: true
    case .total: isLocalGradient
    case .value, .update, nil: false
    }
  }
}
