import Formulas

/// What the script of a page finds its numbers by.
extension HTMLWriter {
  /// The attribute of what is true only of the numbers as they are given.
  static let ofGivenNumbers = " data-given"

  /// The attribute of an equation: which line it is, or that the page cannot compute it anew.
  func living(_ equation: Equation) -> String {
    guard let spreadsheet else { return "" }
    if let line = spreadsheet.line(of: equation) { return " data-line=\"\(line)\"" }
    return equation.sides.contains(where: \.formula.names.isEmpty) ? Self.ofGivenNumbers : ""
  }

  /// The attribute of a short equation among words, or of a number.
  func living(inline equation: Equation) -> String {
    guard let spreadsheet else { return "" }
    if let number = equation.name.flatMap({ spreadsheet.number(of: $0, inStep: equation.step) }) {
      return " data-number=\"\(number)\""
    }
    guard isValue(equation), let number = spreadsheet.number(of: equation.left) else { return "" }
    return " data-value=\"\(number)\""
  }

  /// The attribute of words.
  func living(_ prose: Prose) -> String { isOfGivenNumbers(prose) ? Self.ofGivenNumbers : "" }

  /// The attribute of a matrix, or of a picture, whose numbers the page cannot compute anew.
  var livingFigure: String { spreadsheet == nil ? "" : Self.ofGivenNumbers }

  /// Whether all numbers of a matrix have names that the page knows.
  func isLiving(_ numbers: MatrixEquation.Numbers) -> Bool {
    numbers.names.count == numbers.rows.count
      && numbers.names.allSatisfy { $0.allSatisfy { spreadsheet?.number(of: $0) != nil } }
  }

  /// The attributes of the entries of a matrix.
  func living(_ numbers: MatrixEquation.Numbers) -> [[String]] {
    guard isLiving(numbers) else { return numbers.rows.map { $0.map { _ in "" } } }
    return numbers.names.map { row in
      row.map { name in spreadsheet?.number(of: name).map { " data-number=\"\($0)\"" } ?? "" }
    }
  }

  /// The attribute of a picture: empty where the page knows all names that its numbers are of.
  func living(_ drawing: Drawing) -> String {
    drawing.names.allSatisfy { spreadsheet?.number(of: $0) != nil } ? "" : livingFigure
  }

  /// The attribute of a table: a number in it that has no name is not computed anew.
  func living(_ rows: [[Prose]]) -> String {
    guard spreadsheet != nil else { return "" }
    let isUnknown = rows.contains { cells in
      cells.contains { cell in isOfGivenNumbers(cell) || cell.pieces.contains(where: isUnnamedNumber) }
    }
    return isUnknown ? Self.ofGivenNumbers : ""
  }

  private func isOfGivenNumbers(_ prose: Prose) -> Bool {
    guard let spreadsheet else { return false }
    return prose.isOfNumbers
      || prose.pieces.contains { piece in
        guard case .math(let equation) = piece, isValue(equation) else { return false }
        return !equation.left.names.isEmpty && spreadsheet.number(of: equation.left) == nil
          && !(equation.sides.last?.formula.isWhole ?? true)
      }
  }

  private func isUnnamedNumber(_ piece: Prose.Inline) -> Bool {
    guard case .math(let equation) = piece, equation.sides.isEmpty, case .number = equation.left else {
      return false
    }
    return equation.name.flatMap { spreadsheet?.number(of: $0, inStep: equation.step) } == nil
  }

  /// Whether it is a name with its number.
  private func isValue(_ equation: Equation) -> Bool {
    guard equation.sides.count == 1, case .number = equation.sides.last?.formula else { return false }
    return true
  }

  /// The numbers for the script of the page.
  var livingNumbers: String {
    guard let spreadsheet else { return "" }
    let words = LivingPhrase.allCases.map { ($0.rawValue, language.say($0).plain(in: typesetter.notation)) }
    return "<script type=\"application/json\" class=\"numbers\">\n"
      + spreadsheet.json(
        decimal: typesetter.notation.decimal, words: Dictionary(words) { first, _ in first },
        side: { text(of: .init(.equals, $0), after: $1) })
      + "\n</script>\n"
  }
}

extension Formula {
  fileprivate var isWhole: Bool {
    if case .number(let numeral) = self {
      numeral.exponent == nil && !numeral.digits.contains(".")
    } else {
      false
    }
  }
}
