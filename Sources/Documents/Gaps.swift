import Formulas

/// What differs from one member of a family to the next.
public enum Gap: Hashable, Sendable {
  /// An index of a symbol.
  case index(Int)
  /// A number.
  case number(Numeral)

  /// One of the same shape whose digits are all the same.
  func sample(_ digit: UInt8) -> Gap {
    func digits(_ count: Int) -> String {
      String(decoding: repeatElement(digit, count: count), as: UTF8.self)
    }
    return switch self {
    case .index(let index): .index(Int(digits(String(index).utf8.count)) ?? 0)
    case .number(let numeral): .number(numeral.with(digits: digits(numeral.digits.utf8.count)))
    }
  }
}

/// What stands in the gaps of one member, in one piece: a document has a hundred thousand, one after the other.
public struct Gaps: Sendable {
  /// What decides how a gap is set, but for its digits: their number, a sign, and a power of ten.
  ///
  /// Members whose gaps have the same shapes are set alike, since all that a writer decides, on parentheses or on where
  /// a line ends, goes by no more.
  struct Shape: Hashable {
    /// Sixteen bits for each gap.
    fileprivate var bits: UInt128 = 0
    fileprivate static let most = 7

    func hash(into hasher: inout Hasher) {
      hasher.combine(UInt64(truncatingIfNeeded: bits) ^ UInt64(truncatingIfNeeded: bits &>> 61))
    }
  }

  /// The digits of all.
  private(set) var text: [UInt8] = []
  private(set) var shape = Shape()
  /// Whether there was room for all of them.
  private(set) var areComplete = true
  private var count = 0

  init() {}

  mutating func removeAll() {
    text.removeAll(keepingCapacity: true)
    (shape, count, areComplete) = (Shape(), 0, true)
  }

  /// An index of a symbol.
  public mutating func append(_ index: Int) {
    guard index >= 0 else { return areComplete = false }
    let (start, zero) = (text.count, UInt8(ascii: "0"))
    var rest = index
    repeat {
      text.append(zero)
      rest /= 10
    } while rest > 0
    var digits = text.mutableSpan
    rest = index
    for place in (start..<digits.count).reversed() {
      digits[place] = zero + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    add(Code(length: text.count - start, isNegative: false, power: Code.index))
  }

  /// A number as it is; a fraction finds no room.
  public mutating func append(_ numeral: Numeral) {
    guard numeral.denominator == nil, let power = Code.power(numeral.exponent) else {
      return areComplete = false
    }
    text.append(contentsOf: numeral.digits.utf8)
    add(Code(length: numeral.digits.utf8.count, isNegative: numeral.isNegative, power: power))
  }

  /// A rounded number.
  package mutating func append(_ number: RoundedNumber) {
    guard let power = Code.power(number.exponent) else { return areComplete = false }
    number.write(to: &text)
    add(Code(length: number.length, isNegative: number.isNegative, power: power))
  }

  private mutating func add(_ code: Code) {
    guard count < Shape.most, code.length < 32 else { return areComplete = false }
    shape.bits |= UInt128(code.bits) &<< UInt128(16 &* count)
    count += 1
  }

  private func code(_ gap: Int) -> Code {
    Code(bits: UInt16(truncatingIfNeeded: shape.bits &>> UInt128(16 &* gap)))
  }

  /// Where the digits of each gap stand, in the text.
  var places: [Range<Int>] {
    var places: [Range<Int>] = []
    var start = 0
    for gap in 0..<count {
      places.append(start..<start + code(gap).length)
      start += code(gap).length
    }
    return places
  }

  /// Each by itself.
  var all: [Gap] {
    places.enumerated().map { gap, place in
      let (code, digits) = (code(gap), String(decoding: text[place], as: UTF8.self))
      if code.power == Code.index { return .index(Int(digits) ?? 0) }
      let power = code.exponent.map { "e\($0)" } ?? ""
      return .number(Numeral((code.isNegative ? "-" : "") + digits + power) ?? Numeral(integer: 0))
    }
  }
}

/// The shape of one gap in sixteen bits.
private struct Code {
  let bits: UInt16

  init(bits: UInt16) { self.bits = bits }

  /// A length below 32, and a power below 2¹⁰.
  init(length: Int, isNegative: Bool, power: UInt16) {
    bits = UInt16(truncatingIfNeeded: length) & 31 | (isNegative ? 32 : 0) | power << 6
  }

  var length: Int { Int(bits & 31) }
  var isNegative: Bool { bits & 32 != 0 }
  /// 0 where there is no power of ten.
  var power: UInt16 { bits >> 6 }

  static let index: UInt16 = 1023
  private static let middle = 401

  /// The code of an exponent; `nil` for one that no double has.
  static func power(_ exponent: Int?) -> UInt16? {
    guard let exponent else { return 0 }
    return (-400...400).contains(exponent) ? UInt16(exponent + middle) : nil
  }

  var exponent: Int? { power == 0 ? nil : Int(power) - Self.middle }
}
