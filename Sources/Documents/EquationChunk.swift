import Formulas

/// A piece of an equation that no line is broken in, with the sign that it begins with.
struct EquationChunk {
  let sign: Operator?
  let piece: Piece

  var parts: [RowPart] { (sign.map { [.sign($0)] } ?? []) + [.piece(piece)] }

  /// Where something new begins if an equation is built up: at each side after the first, as half of a side would make a false
  /// equation.
  ///
  /// The left side comes with the first chunk.
  static func starts(_ signs: [Operator?]) -> [Bool] {
    signs.indices.map { $0 > 0 && signs[$0]?.isRelation == true }
  }
}

extension Typesetter {
  /// A side in chunks; what is wider than `width` is taken apart.
  func chunks(_ side: Equation.Side, within width: Double) -> [EquationChunk] {
    chunks(parts(side.formula, within: width), after: side.relation.sign, within: width)
  }

  /// Pieces with the signs between them, in chunks: factors side by side stay together if they are not wider than `width`.
  func chunks(_ parts: [RowPart], after sign: Operator?, within width: Double) -> [EquationChunk] {
    var chunks: [EquationChunk] = []
    var pending = sign
    for part in parts {
      switch part {
      case .sign(let sign): pending = sign
      case .piece(let piece):
        if pending == .nothing, let last = chunks.last {
          let both = markup.row([.piece(last.piece), .sign(.nothing), .piece(piece)])
          if both.width <= width {
            chunks[chunks.count - 1] = EquationChunk(sign: last.sign, piece: both)
            continue
          }
          pending = .times
        }
        chunks.append(EquationChunk(sign: pending, piece: piece))
        pending = nil
      }
    }
    return chunks
  }
}

extension Operator {
  fileprivate var isRelation: Bool { self == .equals || self == .approximately }
}
