import Formulas
import Lessons
import Texts

/// Reads what stands behind a name: a number, arithmetic, or as many as the name has entries.
enum AnswerValue {
  /// The sides of each entry.
  static func read(_ value: Cursor, for match: NameMatch, _ names: any NameReading) throws(Problem)
    -> [[Side]]
  {
    switch match {
    case .quantity(let name):
      var names = names
      // What C₁ is made of belongs to example 1.
      if names.section == nil { names.section = name.ownExample }
      let side = Cursor(value.bytes, last(of: value).trimmed)
      if let problem = side.noSingleNumber(names.value(of: name)) { throw problem }
      return [try number(value, names)]
    case .array(let array): return try entries(value, of: array, names)
    case .layers(let arrays): return try layers(value, of: arrays, names)
    case .change(_, let old, let isTakenAway):
      return [try change(value, of: old, isTakenAway: isTakenAway, names)]
    case .ambiguous, .unknown: return []
    }
  }

  /// The last of the sides, where there are several.
  private static func last(of value: Cursor) -> Cursor {
    let side = value.lastSide
    return side.startsArray ? Cursor(value.bytes, side.trimmedStart..<(side.endOfArray ?? value.end)) : side
  }

  /// Whether what is said last are several numbers.
  static func holdsArray(_ value: Cursor) -> Bool {
    let side = last(of: value)
    guard let array = try? NumberArray(side) ?? NumberArray(linesOf: side) else { return side.startsArray }
    return array.count > 1
  }

  private static func number(_ value: Cursor, _ names: any NameReading) throws(Problem) -> [Side] {
    let side = last(of: value)
    if side.startsArray, let array = try NumberArray(side) {
      guard array.count == 1, let entry = array.rows.first?.first else {
        throw Problem(
          at: side.position..<side.end,
          "these are \(array.count) numbers, and the name means one number; write each on a line of its own with its own name"
        )
      }
      return try Side.read(Cursor(value.bytes, entry), names)
    }
    do {
      return try Side.read(value, names)
    } catch {
      // Words may follow it.
      guard let end = value.endOfClause ?? value.startOfLastRemark, end > value.position, end < value.end,
        let sides = try? Side.read(Cursor(value.bytes, value.position..<end), names), !sides.isEmpty
      else { throw error }
      return sides
    }
  }

  private static func entries(_ value: Cursor, of array: QuantityArray, _ names: any NameReading)
    throws(Problem) -> [[Side]]
  {
    let side = last(of: value)
    let shape = "\(array.rows) by \(array.columns)"
    guard let numbers = try NumberArray(side) ?? NumberArray(linesOf: side) else {
      if array.entries.count == 1 { return [try number(value, names)] }
      if array.singles.count > 1 {
        let name = NameMatch.ambiguous(array.singles.compactMap(\.answerName))
        throw Problem(at: value.trimmed, names.problem(name, written: array.name) ?? "")
      }
      throw Problem(
        at: value.trimmed,
        "\(array.name) means \(array.entries.count) numbers; write all of them in brackets, or one with its index, as in \(array.entries.last?.answerName ?? array.name)"
      )
    }
    let (rows, columns) = (numbers.rows.count, numbers.rows.first?.count ?? 0)
    guard array.fits(numbers) else {
      let pointed = side.withoutDecimalCommas
      if let other = try? NumberArray(pointed), array.fits(other),
        let sides = try? other.rows.joined().map({ try Side.read(Cursor(pointed.bytes, $0), names) })
      {
        return sides
      }
      let place = side.position..<side.end
      if (rows, columns) == (array.columns, array.rows) {
        throw Problem(
          at: place, "this array is \(rows) by \(columns), and \(array.name) is \(shape): it is transposed")
      }
      throw Problem(at: place, "this array is \(rows) by \(columns), but \(array.name) is \(shape)")
    }
    return try numbers.rows.joined().map { entry throws(Problem) in
      try Side.read(Cursor(value.bytes, entry), names)
    }
  }

  /// An array for each layer; the input may be left out.
  private static func layers(_ value: Cursor, of arrays: [QuantityArray], _ names: any NameReading)
    throws(Problem) -> [[Side]]
  {
    let side = last(of: value)
    let parts = NumberArray.parts(of: side) ?? []
    let isInputLeftOut = parts.count + 1 == arrays.count && arrays.first?.name.hasPrefix("a0") ?? false
    guard parts.count == arrays.count || isInputLeftOut else {
      throw Problem(
        at: side.trimmed,
        "a list with an array for each of the \(arrays.count) layers is expected here; write them one by one, as in \(arrays.last?.name ?? names.example) = [0.1, 0.2]"
      )
    }
    var sides: [[Side]] = []
    for (part, array) in zip(parts, arrays.suffix(parts.count)) {
      sides += try entries(part, of: array, names)
    }
    return sides
  }

  /// A change is the value after the step without the one before it; its digits are those of the change.
  private static func change(
    _ value: Cursor, of old: Formula, isTakenAway: Bool, _ names: any NameReading
  ) throws(Problem) -> [Side] {
    try number(value, names).map { side in
      guard let decimal = side.decimal, let before = names.value(of: old) else {
        let change = isTakenAway ? .negative(side.formula) : side.formula
        return Side(written: side.written, formula: .sum([old, change]), decimal: nil)
      }
      let sum = Decimal(before + (isTakenAway ? -decimal.value : decimal.value), unit: decimal.unit)
      return Side(
        written: side.written, formula: .number(Numeral("\(sum.value)") ?? .init(integer: 0)), decimal: sum)
    }
  }
}

extension Cursor {
  fileprivate var trimmedStart: Int {
    var cursor = self
    cursor.skipMarksAndBlanks()
    return cursor.position
  }

  /// Where the words behind an array begin.
  fileprivate var endOfArray: Int? {
    var ahead = self
    var depth = 0
    while let next = ahead.next {
      if ahead.begins(with: "\\begin{") { depth += 1 }
      if ahead.begins(with: "\\end{") { depth -= 1 }
      if next == "[" || next == "(" || next == "{" { depth += 1 }
      if next == "]" || next == ")" || next == "}" { depth -= 1 }
      if depth == 0, next == " " || next == "," || next == "$" || next == ";" || next == "\n" {
        let rest = Cursor(bytes, ahead.position..<end)
        if let cut = rest.endOfClause ?? (rest.isBlankToFill ? rest.position : nil), cut == ahead.position {
          return cut
        }
      }
      ahead.skip()
    }
    return nil
  }
}
