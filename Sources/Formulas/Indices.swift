/// The indices of a symbol: none, or up to four.
///
/// They lie in the symbol itself, since a derivation has millions of them, and an array would be an object for each.
public struct Indices: RandomAccessCollection, Hashable, Sendable {
  /// The most that a symbol has.
  public static let most = 4

  private let first: Int32
  private let second: Int32
  private let third: Int32
  private let fourth: Int32
  private let number: UInt8

  /// How many there are.
  public var count: Int { Int(number) }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(Self.pair(first, second))
    if number > 2 { hasher.combine(Self.pair(third, fourth)) }
  }

  private static func pair(_ high: Int32, _ low: Int32) -> UInt64 {
    UInt64(truncatingIfNeeded: high) << 32 ^ UInt64(truncatingIfNeeded: low)
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { count }

  public subscript(position: Int) -> Int {
    switch position {
    case 0: Int(first)
    case 1: Int(second)
    case 2: Int(third)
    default: Int(fourth)
    }
  }

  /// As they are printed, one after the other.
  func text(separator: String) -> String {
    switch count {
    case 0: ""
    case 1: String(first)
    case 2: String(first) + separator + String(second)
    default: map { String($0) }.joined(separator: separator)
    }
  }
}

extension Indices: ExpressibleByArrayLiteral {
  /// No symbol has more than four.
  public init(arrayLiteral indices: Int...) { self.init(indices) }

  /// Of a neuron.
  public init(_ index: Int) {
    (first, second, third, fourth) = (Int32(clamping: index), 0, 0, 0)
    number = 1
  }

  /// Of a weight.
  public init(_ index: Int, _ other: Int) {
    (first, second, third, fourth) = (Int32(clamping: index), Int32(clamping: other), 0, 0)
    number = 2
  }

  /// The first four.
  public init(_ indices: [Int]) {
    func index(_ place: Int) -> Int32 { place < indices.count ? Int32(clamping: indices[place]) : 0 }
    (first, second, third, fourth) = (index(0), index(1), index(2), index(3))
    number = UInt8(Swift.min(indices.count, Self.most))
  }
}
