import Formulas

extension Exercise {
  /// A formula without names that are only other names: w for ∂z/∂a, and nothing for a factor 1.
  func plain(_ formula: Formula) -> Formula {
    formula.substituting { part in
      switch part {
      case .partial: return isOtherName(part) ? entries[part].map { lines[$0].formula } : nil
      case .product(let factors):
        let plain = factors.map(plain).filter { $0 != .integer(1) }
        return .product(of: plain.flatMap(\.factors))
      case .number, .symbol, .negative, .sum, .quotient, .power, .raised, .call, .max, .min, .truth, .nabla,
        .transpose, .matrixProduct, .elementwise:
        return nil
      }
    }
  }

  /// Whether no worksheet asks for a line and it only repeats another line.
  private func isOtherName(_ name: Formula) -> Bool {
    guard let line = line(of: name) else { return false }
    return !lines[line].isAsked && rules[line].formula.isCopy
  }
}
