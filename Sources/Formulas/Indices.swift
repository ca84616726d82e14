/// The indices of a symbol: none, one, or two.
///
/// They lie in the symbol itself, since a derivation has millions of them, and an array would be an object for each.
public struct Indices: RandomAccessCollection, Hashable, Sendable {
  private let first: Int32
  private let second: Int32
  /// How many there are.
  public let count: Int

  public func hash(into hasher: inout Hasher) {
    hasher.combine(UInt64(truncatingIfNeeded: first) << 32 ^ UInt64(truncatingIfNeeded: second))
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { count }

  public subscript(position: Int) -> Int { Int(position == 0 ? first : second) }

  /// As they are printed, one after the other.
  func text(separator: String) -> String {
    switch count {
    case 0: ""
    case 1: String(first)
    default: String(first) + separator + String(second)
    }
  }
}

extension Indices: ExpressibleByArrayLiteral {
  /// No symbol has more than two.
  public init(arrayLiteral indices: Int...) { self.init(indices) }

  /// Of a neuron.
  public init(_ index: Int) {
    (first, second) = (Int32(clamping: index), 0)
    count = 1
  }

  /// Of a weight.
  public init(_ index: Int, _ other: Int) {
    (first, second) = (Int32(clamping: index), Int32(clamping: other))
    count = 2
  }

  /// The first two.
  package init(_ indices: [Int]) {
    count = Swift.min(indices.count, 2)
    first = Int32(clamping: indices.first ?? 0)
    second = count > 1 ? Int32(clamping: indices[1]) : 0
  }
}
