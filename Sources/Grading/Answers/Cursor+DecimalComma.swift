import Formulas
import Texts

/// One number with a decimal comma in a text whose other numbers have points.
extension Cursor {
  /// The number that this is, where nothing else is in it: 0,66; `nil` for anything else.
  ///
  /// Throws where it may be a number of thousands as well.
  func decimalWithComma() throws(Problem) -> (decimal: Decimal, numeral: Numeral)? {
    let written = bytes[position..<end]
    guard written.count < 64, let comma = written.firstIndex(of: UInt8(ascii: ",")),
      written.count(where: { $0 == UInt8(ascii: ",") }) == 1, !written.contains(UInt8(ascii: ".")),
      comma > position, comma + 1 < end, Self.isDigit(bytes[comma - 1]), Self.isDigit(bytes[comma + 1])
    else { return nil }
    var pointed = Array(written)
    pointed[comma - position] = UInt8(ascii: ".")
    guard let read = Decimal.read(Cursor(pointed, pointed.indices)) else { return nil }
    let whole = bytes[position..<comma].reversed().prefix(while: Self.isDigit)
    let decimals = bytes[(comma + 1)..<end].prefix(while: Self.isDigit)
    if decimals.count == 3, whole.count < 4, whole.last != UInt8(ascii: "0") {
      let digits = String(decoding: whole.reversed() + Array(decimals), as: UTF8.self)
      let number = String(decoding: pointed, as: UTF8.self)
      throw Problem(
        at: position..<end,
        "\(text(position..<end)) may be \(digits) or \(number); write the one that you mean")
    }
    return read
  }

  /// The same, alone, with points for the commas between digits.
  var withoutDecimalCommas: Cursor {
    var pointed = Array(bytes[position..<end])
    for place in pointed.indices.dropFirst().dropLast()
    where pointed[place] == UInt8(ascii: ",") && Self.isDigit(pointed[place - 1])
      && Self.isDigit(pointed[place + 1])
    {
      pointed[place] = UInt8(ascii: ".")
    }
    return Cursor(pointed, pointed.indices)
  }
}

extension QuantityArray {
  /// Whether numbers are as many as it has, in its shape; a column may be printed in one row, and a row as a list or a column.
  func fits(_ numbers: NumberArray) -> Bool {
    let (height, width) = (numbers.rows.count, numbers.rows.first?.count ?? 0)
    return (height, width) == (rows, columns)
      || (height == 1 || width == 1) && numbers.count == entries.count && (columns == 1 || rows == 1)
  }
}
