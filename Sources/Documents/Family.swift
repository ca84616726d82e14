import Formulas

/// Things that are alike but for some numbers: the lines of all weights into a neuron, the rows of a long table.
///
/// They are made as they are written, so that a hundred thousand of them take no memory.
public struct Family<Content: Hashable & Sendable>: Sendable {
  /// One of them.
  public enum Member: Sendable {
    /// So it is with all that have the same form, but for what stands in the gaps.
    case form(Int, [Gap])
    /// One of its own kind.
    case other(Content)
  }

  /// How many there are.
  public let count: Int
  private let member: @Sendable (Int) -> Member
  private let whole: @Sendable (Int, [Gap]) -> Content

  /// `count` members, and how a form with its gaps filled in is written in full.
  public init(
    count: Int, member: @escaping @Sendable (Int) -> Member,
    whole: @escaping @Sendable (_ form: Int, _ gaps: [Gap]) -> Content
  ) {
    self.count = count
    self.member = member
    self.whole = whole
  }

  /// The member at a place, counted from 0.
  func member(at place: Int) -> Member { member(place) }

  /// A form in full.
  func content(_ form: Int, _ gaps: [Gap]) -> Content { whole(form, gaps) }

  /// All of them in full, for what can not be written without seeing the last.
  package var all: [Content] { (0..<count).map { self[$0] } }

  /// The member at a place in full.
  public subscript(place: Int) -> Content {
    switch member(place) {
    case .form(let form, let gaps): whole(form, gaps)
    case .other(let content): content
    }
  }
}

/// What differs from one member of a family to the next.
public enum Gap: Hashable, Sendable {
  /// An index of a symbol.
  case index(Int)
  /// A number.
  case number(Numeral)
}

extension Family: Hashable {
  /// Two families are equal where all their members are.
  public static func == (left: Family, right: Family) -> Bool {
    left.count == right.count && (0..<left.count).allSatisfy { left[$0] == right[$0] }
  }

  /// By how many there are.
  public func hash(into hasher: inout Hasher) { hasher.combine(count) }
}
