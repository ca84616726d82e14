/// A mistake that people make, as it is told to them: rewritings of formulas that have a name.
package struct Mistake: Hashable, Sendable {
  /// How often it is seen.
  package enum Evidence: Double, Sendable {
    /// Five or more independent sources.
    case often = 4
    /// Two to four.
    case sometimes = 2
    /// One.
    case seldom = 1
    /// None, but it is easy to make.
    case plausible = 0.6
    /// A rewriting without a name: a part is left out.
    case left = 0.1
    /// A rewriting without a name: one part for another, or with another sign.
    case exchanged = 0.06
    /// A rewriting without a name: a part too many.
    case added = 0.05
    /// A rewriting without a name: one term of several.
    case partly = 0.02
    /// A rewriting without a name that is hardly ever seen.
    case rare = 0.008
  }

  /// The name that programs read.
  package let id: String
  /// How often it is seen, which says how likely it is before any number is.
  package let evidence: Evidence
  /// What was done, in a few words.
  package let title: String
  /// What a tutor would say.
  package private(set) var hint: String

  init(_ id: String, _ evidence: Evidence, _ title: String, _ hint: String) {
    (self.id, self.evidence, self.title, self.hint) = (id, evidence, title, hint)
  }

  /// The same with another hint, which fits the formula at hand.
  func hinting(_ hint: String) -> Mistake {
    var other = self
    other.hint = hint
    return other
  }

  /// The title without its full stop.
  package var sentence: String { String(title.dropLast(title.hasSuffix(".") ? 1 : 0)) }

  /// Whether it has a name of its own, and is not only a kind of rewriting.
  package var isNamed: Bool { evidence.rawValue >= Evidence.plausible.rawValue }
}
