import Backprop
import Formulas

extension CheckPhrase {
  var english: Prose {
    switch self {
    case .introduction(let isWhole, let hasZeros, let decimals):
      """
      The \(.gradient) is computed in two other ways. The column “matrices” comes from the matrix equations of \
      backpropagation, which treat a whole layer at once. The column “finite differences” needs no derivatives: \
      \(isWhole ? "each parameter is" : "some of the parameters are") increased and decreased by a small amount, and the \
      forward pass is repeated. The column “error bound” says how far the finite difference may be from the true \
      derivative. The finite difference is accepted as a test only if this bound is at most a millionth of the derivative\
      \(hasZeros ? ", or below \(.power(.integer(10), -9)) if the derivative is 0" : ""). \
      The verdict “agrees” means that the numbers differ by no more than this bound and rounding errors.\
      \(decimals.map { " \(Self.words($0))" } ?? "")
      """
    case .verdict(let verdict): Self.word(verdict)
    case .missing: "–"
    case .notFinite: "not finite"
    case .result(let counts, let costHasKinks): Self.words(counts, costHasKinks: costHasKinks)
    case .disagreement(let name, let disagreement): "\(name): \(disagreement.english)."
    case .kink(let name, let event, let below, let above, let used, let result):
      """
      \(name): \(event.english(of: name)). \(Self.slopes(below, above, name, of: result.map { "\($0)" } ?? "the \(.cost)")); \
      the derivative used here is \(Self.value(used)).
      """
    case .noCorner(let name, let event, let slope, let used, let result):
      """
      \(name): \(event.english(of: name)). \(result.map { "\($0)" } ?? "The \(.cost)") itself has no kink there: on \
      both sides its slope is \(Self.slope(slope)), so its derivative is \(Self.value(used)).
      """
    }
  }

  private static func words(_ decimals: Decimals) -> Prose {
    let start: Prose =
      "The check is computed in double precision, so the column “chain rule” shows"
    return switch decimals {
    case .rounded: "\(start) the fractions from above as rounded decimals."
    case .acrossKink(let z):
      "\(start) decimals. Rounding moves \(z) to the other side of its kink, so the slope is not the same as in fractions."
    }
  }

  private static func words(_ counts: VerdictCounts, costHasKinks: Bool) -> Prose {
    let parameters = English.all(counts.all, "parameter", "parameters")
    if counts.disagreeing > 0 {
      return """
        \(strong: "They disagree") on \(counts.disagreeing) of \(counts.all) parameters: at least one of the computations is \
        wrong or inaccurate there.
        """
    }
    if counts.agreeing == counts.all, counts.tried == counts.all {
      return "The three computations agree on \(parameters)."
    }
    var prose: Prose = "Chain rule and matrices agree on \(parameters)."
    if counts.tried < counts.all {
      let agree: Prose = counts.undecided + counts.onKinks == 0 ? ", and agree there as well" : ""
      prose = """
        \(prose) Finite differences were computed for a random sample of \(counts.tried) of the \(counts.all) parameters\
        \(agree). A dash means: no finite difference.
        """
    }
    if counts.undecided > 0 {
      let why: Prose =
        costHasKinks ? "has a kink nearby or is not finite nearby" : "is not finite nearby"
      prose = """
        \(prose) For \(English.some(counts.undecided)) the finite differences do not decide: they are not accurate enough, or \
        the \
        \(.cost) \(why).
        """
    }
    if counts.onKinks > 0 {
      prose = """
        \(prose) For \(English.some(counts.onKinks)) the \(.cost) has a kink however small the change is, so there is no \
        finite difference to \
        compare with.
        """
    }
    return prose
  }

  private static func slopes(_ below: Numeral?, _ above: Numeral?, _ name: Formula, of result: Prose) -> Prose
  {
    below == above
      ? "On both sides the slope of \(result) is \(slope(below))"
      : "The slope of \(result) is \(slope(below)) for smaller \(name) and \(slope(above)) for larger \(name)"
  }

  private static func value(_ value: Numeral?) -> Prose {
    value.map { "\(Formula.number($0))" } ?? "not finite"
  }

  private static func slope(_ slope: Numeral?) -> Prose {
    slope.map { "about \(Formula.number($0))" } ?? "not known"
  }

  private static func word(_ verdict: GradientCheck.Verdict) -> Prose {
    switch verdict {
    case .agrees: "agrees"
    case .disagrees: "disagrees"
    case .inconclusive: "inconclusive"
    case .kink: "kink"
    case .agreesOnBothSides: "agrees on both sides"
    case .unchecked: "unchecked"
    }
  }
}

extension CheckPhrase.Disagreement {
  fileprivate var english: Prose {
    switch self {
    case .notFinite: "the derivative by the chain rule is not finite"
    case .recomputed(.vectorized, let value):
      "the matrix equations find \(value.map { "\(Formula.number($0))" } ?? "no finite number")"
    case .recomputed(.forward, let value):
      "forward mode finds \(value.map { "\(Formula.number($0))" } ?? "no finite number")"
    case .numeric(let value, let bound):
      "the finite difference is \(value.map { "\(Formula.number($0))" } ?? "not finite")\(bound.map { " with an error of at most \(Formula.number($0))" } ?? "")"
    }
  }
}

extension CheckPhrase.Event {
  /// What happens when a parameter of this name changes.
  fileprivate func english(of name: Formula) -> Prose { "when it changes, \(english(name))" }

  private func english(_ name: Formula) -> Prose {
    switch self {
    case .crossing(name, others: 0): "it crosses 0, where there is a kink"
    case .crossing(let quantity, let others):
      others == 0
        ? "\(quantity) crosses 0, where there is a kink"
        : "\(quantity) and \(English.count(others, "other quantity", "other quantities")) cross 0, where there is a kink"
    case .argument(let operation, let quantity, let others):
      "the argument of \(operation) in \(quantity)\(Self.and(others)) crosses 0, where there is a kink"
    case .jump(let function, let quantity, let others):
      "the argument of \(function) in \(quantity)\(Self.and(others)) passes a whole number, where there is a jump"
    case .choice(let operation, let quantity, let others):
      "another argument of \(operation) in \(quantity)\(Self.and(others)) is chosen, and \(quantity) has a kink there"
    }
  }

  private static func and(_ others: Int) -> Prose {
    others == 0 ? "" : others == 1 ? " (and one other)" : " (and \(others) others)"
  }
}
