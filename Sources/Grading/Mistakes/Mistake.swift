/// A mistake of the catalog: its name, how often it is seen, and the sentences about it.
package struct Mistake: Hashable, Sendable {
  /// How often it is seen.
  package enum Evidence: Double, Sendable {
    /// Seen in five or more independent sources.
    case often = 4
    /// Seen in two to four sources.
    case sometimes = 2
    /// Seen in one source.
    case seldom = 1
    /// No source, but the mistake is easy to make.
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

  /// The identifier, which programs read.
  package let id: String
  /// How often it is seen, which gives its probability before any number is known.
  package let evidence: Evidence
  /// A sentence that describes the mistake.
  package let title: String
  /// The hint for this mistake: a question or a rule.
  package private(set) var hint: String

  init(_ id: String, _ evidence: Evidence, _ title: String, _ hint: String) {
    (self.id, self.evidence, self.title, self.hint) = (id, evidence, title, hint)
  }

  /// The same mistake with another hint.
  func hinting(_ hint: String) -> Mistake {
    var other = self
    other.hint = hint
    return other
  }

  /// The title without its full stop.
  package var sentence: String { String(title.dropLast(title.hasSuffix(".") ? 1 : 0)) }

  /// Whether it has a name of its own, or is only a kind of rewriting.
  package var isNamed: Bool { evidence.rawValue >= Evidence.plausible.rawValue }
}
