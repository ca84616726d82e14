import Formulas

/// A line of an equation that is too wide for one.
struct EquationLine {
  /// The left side, on the first line only.
  let left: Piece?
  /// What the line begins with; `nil` where a formula stands alone.
  let sign: Operator?
  /// Whether it goes on with the side of the line before.
  let isContinuation: Bool
  /// The rest of it, in one piece and in parts.
  let content: Piece
  let parts: [RowPart]

  fileprivate func followed(
    by sign: Operator, _ next: Piece, _ nextParts: [RowPart], _ markup: any Markup
  ) -> EquationLine {
    EquationLine(
      left: left, sign: self.sign, isContinuation: isContinuation,
      content: markup.row([.piece(content), .sign(sign), .piece(next)]),
      parts: parts + [.sign(sign)] + nextParts)
  }
}

extension Typesetter {
  /// An equation in one piece.
  func piece(_ equation: Equation) -> Piece {
    markup.row(
      [.piece(piece(equation.left))]
        + equation.sides.flatMap { [.sign($0.relation.sign), .piece(piece($0.formula))] })
  }

  /// An equation in as few lines as it takes to keep each within `width`: broken at its relations, and where a side is
  /// still too wide, between its terms or factors, unless sides are to stay whole; and where such a part is much too wide,
  /// inside of its parentheses.
  ///
  /// Some sides may be set by another typesetter, whose pieces this one's markup can put into a row.
  func lines(
    _ equation: Equation, width: Double, sidesStayWhole: Bool = false,
    setter: ((Formula) -> Typesetter)? = nil
  ) -> [EquationLine] {
    let setter = setter ?? { _ in self }
    guard let first = equation.sides.first else {
      let content = setter(equation.left).piece(equation.left)
      return [
        EquationLine(left: nil, sign: nil, isContinuation: false, content: content, parts: [.piece(content)])
      ]
    }
    let left = markup.mark(setter(equation.left).piece(equation.left), as: .name)
    let sides = equation.sides.enumerated().map { position, side in
      let setter = setter(side.formula)
      let isLast = position == equation.sides.count - 1
      let parts = isLast ? setter.result(side.formula) : setter.parts(side.formula)
      return (sign: side.relation.sign, parts: parts, piece: markup.row(parts))
    }
    let head = markup.width(of: [.piece(left), .sign(first.relation.sign)])
    let widths = sides.map { markup.width(of: [.sign($0.sign), .piece($0.piece)]) }
    func parts(of formula: Formula, _ parts: [RowPart], _ setter: (Formula) -> Typesetter) -> [RowPart] {
      if case .number = formula { return parts }
      return setter(formula).parts(formula, within: Self.overhang * (width - head - continuation(2)))
    }
    var lines: [EquationLine] = []
    var room = 0.0
    for (position, side) in sides.enumerated() {
      // A result stays with its numbers where a line can hold both.
      let pair = widths[position...].prefix(2).reduce(0, +)
      let needed = position == sides.count - 2 && pair <= width - head ? pair : widths[position]
      if position > 0, needed <= room, let last = lines.popLast() {
        lines.append(last.followed(by: side.sign, side.piece, side.parts, markup))
        room -= widths[position]
        continue
      }
      let isWhole = sidesStayWhole || side.piece.width <= width - head
      let rows =
        isWhole
        ? [(nil, side.parts)]
        : broken(parts(of: equation.sides[position].formula, side.parts, setter), width: width - head)
      for (row, content) in rows.enumerated() {
        lines.append(
          EquationLine(
            left: position == 0 && row == 0 ? left : nil, sign: row == 0 ? side.sign : content.sign,
            isContinuation: row > 0, content: isWhole ? side.piece : markup.row(content.parts),
            parts: content.parts))
      }
      // Nothing follows a side that was broken but its result.
      let isResult = position == sides.count - 2
      room =
        rows.count == 1 || isResult
        ? width - head - (lines.last?.content.width ?? 0) - continuation(rows.count) : 0
    }
    return lines
  }

  /// A part that is wider by so much has room in the margin, or in smaller type: there it is easier to read than broken.
  private static let overhang = 1.25

  /// What an equation ends in; a number is its result.
  private func result(_ formula: Formula) -> [RowPart] {
    guard case .number = formula else { return parts(formula) }
    return [.piece(markup.mark(piece(formula), as: .result))]
  }

  /// What the indentation of a continued side takes.
  private func continuation(_ rows: Int) -> Double { rows > 1 ? markup.digits("0000").width : 0 }

  /// A formula in rows, each after the first with the operator that it begins with.
  private func broken(_ formula: [RowPart], width: Double) -> [(sign: Operator?, parts: [RowPart])] {
    var rows: [(sign: Operator?, parts: [RowPart])] = [(nil, [])]
    var pending: Operator?
    for part in formula {
      guard case .piece = part else {
        if case .sign(let sign) = part { pending = sign }
        continue
      }
      let row = rows[rows.count - 1]
      let longer = row.parts + (pending.map { [.sign($0)] } ?? []) + [part]
      if !row.parts.isEmpty, markup.width(of: longer) > width {
        rows.append((pending == .nothing ? .times : pending, [part]))
      } else {
        rows[rows.count - 1].parts = longer
      }
      pending = nil
    }
    return rows
  }
}

extension Equation.Relation {
  var sign: Operator {
    switch self {
    case .equals: .equals
    case .approximately: .approximately
    }
  }
}
