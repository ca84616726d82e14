import Backprop
import Formulas

/// Cuts sums short that are too long to be written out, and keeps what is left of them.
struct LongSums {
  /// A sum of more terms than this is not written out.
  static let mostTerms = 8
  /// Nor is one of more than this in parentheses, which no line break divides.
  static let mostInParentheses = 4
  /// How many terms of such a sum are.
  static let firstTerms = 3

  /// What the name of the other terms of a sum stands for.
  private(set) var others: [Symbol: OtherTerms] = [:]
  /// What tells the names of one sum's other terms from those of another's.
  private let place, owner, other: Int

  /// Of a step, of which ∂C/∂z of an output may have a short form besides; or of the sum of all squares.
  init(_ kind: Graph.Step.Kind? = nil, isShortcut: Bool = false) {
    (place, owner, other) =
      switch kind {
      case .value(let id): (0, id, 0)
      case .factor(let of, let by): (1, by, of)
      case .total(let id): (isShortcut ? 2 : 3, id, 0)
      case .update(let id, _): (4, id, 0)
      case nil: (5, 0, 0)
      }
  }

  /// The formula with a name for the tail of each sum that is too long.
  mutating func short(
    _ formula: Formula, mostTerms: Int = LongSums.mostTerms, keeping kept: Int = LongSums.firstTerms
  ) -> Formula {
    // Most formulas have none, and stay what they are.
    var isLong = false
    formula.forEachPart { if case .sum(let terms) = $0, terms.count > mostTerms { isLong = true } }
    guard isLong else { return formula }
    return formula.substituting { part in
      guard case .sum(let terms) = part, terms.count > mostTerms else { return nil }
      let rest = name(OtherTerms(count: terms.count - kept) { terms[kept + $0] })
      let first = terms.prefix(kept).map { short($0, mostTerms: mostTerms, keeping: kept) }
      return .total(first + [.symbol(rest)])
    }
  }

  /// The sum of so many terms, of which only those are made that are written.
  mutating func total(_ count: Int, term: @escaping @Sendable (Int) -> Formula) -> Formula {
    guard count > Self.mostTerms else { return .total((0..<count).map(term)) }
    let rest = name(OtherTerms(count: count - Self.firstTerms) { term(Self.firstTerms + $0) })
    return .total((0..<Self.firstTerms).map(term) + [.symbol(rest)])
  }

  private mutating func name(_ terms: OtherTerms) -> Symbol {
    let name = Symbol(.otherTerms, layer: place, indices: [owner + 1, other + 1, others.count + 1])
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
