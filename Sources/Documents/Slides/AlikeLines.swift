import Formulas

/// Finds the lines of a step that say the same of several quantities, such as those of the neurons of a layer: the first is
/// shown in full, and the others as rows of a table.
struct AlikeLines {
  /// What is shown of lines that follow each other.
  enum Part: Equatable {
    case line(Equation)
    case rows([Equation])
  }

  /// A line without its indices and numbers.
  private struct Kind: Hashable {
    let left, side: Formula

    /// `nil` for what is no quantity with its result.
    init?(_ equation: Equation) {
      guard let side = equation.sides.first, case .number = equation.sides.last?.formula else { return nil }
      (left, self.side) = (equation.left.withoutIndices, side.formula.withoutIndices)
    }
  }

  private var seen: Set<Kind> = []

  /// The lines in their order.
  ///
  /// A local gradient that is just another quantity, or a constant, is a line for the first of its kind only: the lines that
  /// use it have its number.
  mutating func parts(of lines: [Equation]) -> [Part] {
    let used = Set(lines.compactMap(\.sides.first).flatMap(\.formula.names))
    var parts: [Part] = []
    var rows: [Equation] = []
    for line in lines {
      if let kind = Kind(line), !seen.insert(kind).inserted {
        if !(line.isRenaming && used.contains(line.left)) { rows.append(line) }
        continue
      }
      parts += (rows.isEmpty ? [] : [.rows(rows)]) + [.line(line)]
      rows = []
    }
    return parts + (rows.isEmpty ? [] : [.rows(rows)])
  }

  /// The formulas by which these lines are computed, in letters: of each kind the first.
  static func formulas(of lines: [Equation]) -> [Equation] {
    var seen: Set<Kind> = []
    return lines.filter { line in Kind(line).map { seen.insert($0).inserted } ?? false }.compactMap(
      \.inLetters)
  }
}

extension Equation {
  /// Whether nothing is computed.
  fileprivate var isRenaming: Bool {
    switch sides.first?.formula {
    case .symbol, .number: true
    case .partial, .negative, .sum, .product, .quotient, .power, .raised, .call, .max, .min, .truth, .nabla,
      .transpose, .matrixProduct, .elementwise, nil:
      false
    }
  }

  /// The formula without numbers; `nil` if there is nothing but a number.
  var inLetters: Equation? {
    guard let side = sides.first else { return nil }
    if case .number = side.formula { return nil }
    return Equation(left, [side])
  }
}

extension Formula {
  /// The same of any neuron, layer and example.
  fileprivate var withoutIndices: Formula {
    substituting { part in
      switch part {
      case .symbol(let symbol): .symbol(Symbol(symbol.meaning))
      case .partial(let above, let below): .partial(Symbol(above.meaning), by: Symbol(below.meaning))
      case .number, .negative, .sum, .product, .quotient, .power, .raised, .call, .max, .min, .truth, .nabla,
        .transpose, .matrixProduct, .elementwise:
        nil
      }
    }
  }
}
