import Formulas

/// A mistake that people make: functions from a line of the derivation to a wrong formula.
package struct Mistake: Sendable {
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
    /// Named only where nothing else is: it says that a number is off, not why.
    case lastResort = 0.01
  }

  /// The wrong formula of a line of a network; `nil` where the mistake does not apply.
  package typealias Variant = @Sendable (Site) -> Formula?
  /// The wrong formula of a step of a graph; `nil` where the mistake does not apply.
  package typealias Rewriting = @Sendable (GraphSite) -> Formula?

  /// The name that programs read.
  package let id: String
  /// How often it is seen, which says how likely it is before any number is.
  package let evidence: Evidence
  /// What was done, in a few words.
  package let title: String
  /// What a tutor would say.
  package let hint: String
  /// The forms that it takes in a network, each on its own.
  package let variants: [Variant]
  /// The forms that it takes in a graph, each on its own.
  package private(set) var rewritings: [Rewriting] = []
  /// Whether it is a way of thinking, so that in a graph it may be made in all lines, and not in one by an oversight.
  package private(set) var isHabit = false

  init(
    _ id: String, _ evidence: Evidence, _ title: String, _ hint: String, _ variants: Variant...
  ) {
    self.init(id, evidence, title, hint, variants)
  }

  /// A mistake by its id, with a title, a hint, and its forms.
  package init(_ id: String, _ evidence: Evidence, _ title: String, _ hint: String, _ variants: [Variant]) {
    self.id = id
    self.evidence = evidence
    self.title = title
    self.hint = hint
    self.variants = variants
  }

  /// The same with forms that it takes in a graph.
  func inGraphs(isHabit: Bool = true, _ rewritings: [Rewriting]) -> Mistake {
    var mistake = self
    (mistake.rewritings, mistake.isHabit) = (rewritings, isHabit)
    return mistake
  }

  /// The title without its full stop.
  package var sentence: String { String(title.dropLast(title.hasSuffix(".") ? 1 : 0)) }

  /// The catalog of networks, in the order of a derivation.
  package static let all =
    ofForwardPass + ofCost + ofSlopes + ofErrors + ofPaths + ofGradients + ofTotal + ofStep + unexplained
}
