import Formulas

/// Cuts sums short that are too long to be written out, and keeps what is left of them.
struct LongSums {
  /// A sum of more terms than this is not written out.
  static let mostTerms = 8
  /// Nor is one of more than this in parentheses, which no line break divides.
  static let mostInParentheses = 4
  /// How many terms of such a sum are.
  static let firstTerms = 3

  /// Which sums have a tail of other terms, so that the names of these are told apart.
  enum Kind: Int {
    case weightedInput, activation, cost, costSlope, slope, error, cancelled, passed, penalty, squares
  }

  /// What the name of the other terms of a sum stands for.
  private(set) var others: [Symbol: OtherTerms] = [:]
  private let kind: Kind
  private let owner: Int
  private let example: Int?
  private let isCut: Bool

  /// Of the quantity of a kind that has this number, and this example; without `isCut`, every sum is written out.
  init(_ kind: Kind, of owner: Int = 0, example: Int? = nil, isCut: Bool = true) {
    (self.kind, self.owner, self.example, self.isCut) = (kind, owner, example, isCut)
  }

  /// The formula with a name for the tail of each sum that is too long.
  mutating func short(_ formula: Formula, mostTerms: Int = LongSums.mostTerms) -> Formula {
    guard isCut else { return formula }
    return formula.substituting { part in
      guard case .sum(let terms) = part, terms.count > mostTerms else { return nil }
      let rest = name(OtherTerms(count: terms.count - Self.firstTerms) { terms[Self.firstTerms + $0] })
      let first = terms.prefix(Self.firstTerms).map { short($0, mostTerms: mostTerms) }
      return .total(first + [.symbol(rest)])
    }
  }

  /// The sum of so many terms, of which only those are made that are written.
  mutating func total(_ count: Int, term: @escaping @Sendable (Int) -> Formula) -> Formula {
    guard isCut, count > Self.mostTerms else { return .total((0..<count).map(term)) }
    let rest = name(OtherTerms(count: count - Self.firstTerms) { term(Self.firstTerms + $0) })
    return .total((0..<Self.firstTerms).map(term) + [.symbol(rest)])
  }

  private mutating func name(_ terms: OtherTerms) -> Symbol {
    let name = Symbol(
      .otherTerms, layer: kind.rawValue, indices: Indices(owner + 1, others.count + 1), example: example)
    others[name] = terms
    return name
  }
}

/// The terms of a sum that are not written out, each made when it is asked for: there may be thousands in every sum.
package struct OtherTerms: Sendable {
  /// How many there are, at least one.
  package let count: Int
  private let term: @Sendable (Int) -> Formula

  init(count: Int, term: @escaping @Sendable (Int) -> Formula) { (self.count, self.term) = (count, term) }

  /// What they make together, in any arithmetic; throws what `value` throws.
  func evaluated<A: Algebra>(_ value: (Formula) throws -> A) rethrows -> A {
    var sum = try term(0).evaluated(value)
    for place in 1..<max(1, count) { sum = try sum + term(place).evaluated(value) }
    return sum
  }
}
