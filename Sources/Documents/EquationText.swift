import Formulas

/// Sets equations in lines of plain text, with their fractions stacked where the style has it so and they fit.
struct EquationText {
  private static let indent = "    "

  /// For what stays in one line.
  let inLine: Typesetter
  private let stacked: Typesetter?

  init(_ notation: Notation, _ style: TextStyle) {
    inLine = style.typesetter(notation)
    stacked =
      style.stacksFractions ? Typesetter(notation: notation, markup: StackedMarkup(style: style)) : nil
  }

  /// The lines, indented, and by how much those are that go on below the left side; the note stands after the last side.
  func lines(_ equation: Equation, width: Int, note: String = "") -> (text: [String], margin: Int) {
    let room = Double(width - Self.indent.columns - note.columns)
    if let stacked, equation.isBestStacked {
      let lines = stacked.lines(equation, width: room) { $0.isBestStacked ? stacked : inLine }
      if lines.keepFractionsWhole { return text(of: lines, note, stacked.markup) }
    }
    return text(of: inLine.lines(equation, width: room), note, inLine.markup)
  }

  private func text(
    of lines: [EquationLine], _ note: String, _ markup: any Markup
  ) -> (text: [String], margin: Int) {
    let margin = Self.indent.columns + Int(lines.first?.left?.width ?? 0)
    var text: [String] = []
    for (place, line) in lines.enumerated() {
      let parts = [line.left.map(RowPart.piece), line.sign.map(RowPart.sign), .piece(line.content)]
      let box = markup.row(parts.compactMap(\.self))
      // What is below one stroke would run into what is above the next.
      if box.isStacked, place > 0, lines[place - 1].isStacked { text.append("") }
      let start =
        (line.left == nil && (line.sign != nil || line.isContinuation)
          ? TextStyle.line(" ", margin) : Self.indent)
        + (line.isContinuation ? line.sign == nil ? "   " : "  " : "")
      let note = place == lines.count - 1 ? note : ""
      text += box.lines(withNote: note).map { (start + $0).trimmingEnd }
    }
    return (text, margin)
  }
}

extension EquationLine {
  fileprivate var isStacked: Bool { left?.isStacked == true || content.isStacked }
}

extension [EquationLine] {
  /// Whether no side is broken beside a fraction, where it would go on below the line that it belongs to.
  fileprivate var keepFractionsWhole: Bool {
    zip(self, dropFirst()).allSatisfy { line, next in
      !next.isContinuation || !(line.isStacked || next.isStacked)
    }
  }
}

extension Equation {
  /// Where a line says what a derivative is, or divides, its fractions are stacked; elsewhere a derivative is a name like
  /// others.
  fileprivate var isBestStacked: Bool { left.isDerivative || sides.contains { $0.formula.divides } }
}

extension Formula {
  fileprivate var isBestStacked: Bool { contains(\.isDerivative) || divides }

  /// Whether anything but one number is divided by another, which reads well in a line.
  fileprivate var divides: Bool {
    contains { part in
      guard case .quotient(let above, let below) = part else { return false }
      if case .number = above, case .number = below { return false }
      return true
    }
  }

  private func contains(_ condition: (Formula) -> Bool) -> Bool {
    var found = false
    forEachPart { found = found || condition($0) }
    return found
  }
}
