import Backprop
import Formulas

extension GraphPhrase {
  var english: Prose {
    switch self {
    case .untitled(let result): "The derivatives of \(result)"
    case .graph: "The graph"
    case .gradient: "The gradient"
    case .summary(let count, let result):
      """
      This graph has \(count) quantities, and its result is \(result.english). All derivatives are computed and checked. For \
      each quantity, only the derivative with the largest absolute value is derived here; the option --only NAME derives \
      another one, and --all writes everything.
      """
    case .givens(let equations):
      "The given \(equations.count == 1 ? "value is" : "values are") \(English.list(equations.map { "\($0)" }))."
    case .longArray(let array, let count): "\(array) has \(count) numbers, which stand in the lesson's file."
    case .stepsLeftOut(let count):
      """
      All derivatives are taken at these numbers; \(count == 1 ? "the step" : "the steps") that the lesson takes \
      \(count == 1 ? "is" : "are") left out here.
      """
    case .forward: "Each quantity is computed from those before it."
    case .fractions: "Nothing is rounded: the numbers are fractions, and every line is exact."
    case .backward(let result, let ends, let repeats):
      """
      The backward pass starts at \(result) and goes back to \(Self.ends(ends)). Suppose a quantity is used to compute another \
      one. The derivative of the new quantity with respect to the old one is the local gradient; the derivative of \(result) \
      with respect to the new quantity is the upstream gradient, which is known already. Their product is the derivative of \
      \(result) with respect to the old quantity.\
      \(repeats ? " If a quantity is used in several places, the products of all these places are added." : "")
      """
    case .backwardFromGiven(let name, let result):
      """
      What comes after \(Prose([.code(name)])) is called \(result) here, and the derivatives of \(result) with respect to its \
      entries, the upstream gradients, are given. From there the backward pass goes back to what is given: each local gradient \
      is multiplied by the upstream gradient, and if a quantity is used more than once, these products are added.
      """
    case .direct(let result, let only):
      "The derivative of \(result) with respect to \(only.map { "\($0)" } ?? "each quantity that it is computed from"):"
    case .condition(let condition, let hasTies):
      "A condition in brackets, \(condition), is 1 if it holds, and 0 otherwise.\(hasTies ? " If two numbers are equal, the first counts as the chosen one." : "")"
    case .feeds(let subjects, let result, let fed, let isSeeded):
      Self.feeds(English.list(subjects.map { "\($0)" }), isOne: subjects.count == 1, result, fed, isSeeded)
    case .upstreamGiven(let subjects, let result):
      """
      \(Self.head(result, English.list(subjects.map { "\($0)" }))) The upstream \
      \(subjects.count == 1 ? "gradient is" : "gradients are") given.
      """
    case .noEffect(let subject, let result):
      "\(Self.head(result, "\(subject)")) It has no effect on \(result)."
    case .noEffects(let names, let result):
      "\(Self.head(result, names.english)) They have no effect on \(result)."
    case .multipliedByZero(let losses, let areMore):
      """
      \(English.list(losses.map { "\($0.quantity) in \($0.place)" } + (areMore ? ["others"] : []))) \
      \(losses.count == 1 && !areMore ? "is multiplied by 0 and adds" : "are multiplied by 0 and add") nothing.
      """
    case .products(let local, let upstream):
      "Here \(local) is the local gradient, and \(upstream) the upstream gradient."
    case .shortNames(let derivative): "Derivatives have short names here: \(error: derivative)."
    case .forLetters(let ranges): "For \(English.list(ranges.map { $0.prose() })):"
    case .sameForLetters(let ranges): "The same for \(English.list(ranges.map { $0.prose() })):"
    case .slices:
      "A colon in place of an index stands for all its values, that is, for a whole row or column."
    case .alike(let array): "The other entries of \(array) are computed in the same way. All entries:"
    case .atEdges(let names, let kinds):
      Prose.sentences(
        [
          """
          \(names.english) \(names.shown.count == 1 && !names.areMore ? "is" : "are") at an edge here, where the derivative \
          does not exist, and a convention says which slope is used.
          """,
          kinds.contains(.max) || kinds.contains(.min) ? Self.tie(kinds) : "",
        ] + kinds.map(Self.slope))
    case .stepIsFlat:
      "The step function is flat on both sides of 0: its slope is 0, and no gradient goes through it."
    case .floorIsFlat:
      "Between two whole numbers floor is flat: its slope is 0, and no gradient goes through it."
    case .stopEndsGradients:
      "The value of stop counts as given: its derivative is 0, and no gradient goes through it."
    case .stopped(let subject, let result):
      "\(Self.head(result, "\(subject)")) It reaches \(result) only through stop, so that the derivative is 0."
    case .gradientOfOne(let only, let result):
      "The gradient is the derivative of \(result) with respect to \(only). \(Self.meaning(result))"
    case .gradientOfAll(let result, let names):
      """
      The gradient contains the derivatives of \(result) with respect to \
      \(names.map { $0.isEmpty ? "the quantities in the table" : English.list($0.map { "\($0)" }) } ?? "all given quantities"). \(Self.meaning(result))
      """
    case .cutShort(let shown, let count):
      "These are the first \(shown) of \(count); --format json has them all."
    case .checkColumns(let result, let hasZeros):
      """
      The gradient is computed in two other ways. Forward mode needs no backward pass: for one given quantity at a time, it goes through the forward pass and computes, beside each value, the derivative of that value with respect to the given quantity. \
      The finite difference needs no derivatives: the given quantity is increased and decreased by a small amount, \
      and \(result) is computed again. The error bound says how far the finite difference may be from the true \
      derivative. The finite difference is accepted as a test only if this bound is at most a millionth of the \
      derivative\(hasZeros ? ", or below \(.power(.integer(10), -9)) if the derivative is 0" : ""). The verdict \
      “agrees” means that the numbers differ by no more than this bound and rounding errors.
      """
    case .shortCheck(let count):
      count == 1
        ? "The derivative is computed in two other ways: in forward mode, which computes it along with the values, without a backward pass; and as a finite difference, with a bound on the error of the difference:"
        : "The derivatives are computed in two other ways: in forward mode, which computes them along with the values, without a backward pass; and as finite differences, with a bound on the error of each difference:"
    case .column(let column): column.english
    case .verdict(let counts): Self.words(counts)
    case .pathCount(let source, let result, let count):
      """
      There \(count == 1 ? "is one path" : "are \(count) paths") from \(source) to \(result). Along each path the local \
      gradients are multiplied:
      """
    case .path(let names): names.dropFirst().reduce(names.first.map { "\($0)" } ?? "") { "\($0) → \($1)" }
    case .notFinite(let result):
      "A forward pass with the new values gives no finite \(result): the learning rate is too large."
    case .increased(let result): "\(result) has increased: the learning rate is too large for this step."
    }
  }

  /// Where the way back ends.
  private static func ends(_ names: [Formula]?) -> Prose {
    names.map {
      $0.isEmpty ? "the quantities for which derivatives are computed here" : English.list($0.map { "\($0)" })
    }
      ?? "what is given"
  }

  /// Which of equal arguments has the gradient.
  private static func tie(_ kinds: [Graph.Edge]) -> Prose {
    let words = kinds.contains(.max) ? kinds.contains(.min) ? "max and min" : "max" : "min"
    return """
      Of equal arguments of \(words) the first one gets the whole gradient here. Another convention shares the gradient \
      equally among them, as PyTorch's maximum and minimum do.
      """
  }

  private static func slope(_ edge: Graph.Edge) -> Prose {
    switch edge {
    case .max, .min: ""
    case .magnitude: "At 0 the slope of |x| is taken to be 0; it is −1 below and 1 above."
    case .step: "step and sign have the slope 0."
    case .floor: "At a whole number floor jumps; its slope is 0."
    }
  }

  private static func head(_ result: Formula, _ subject: Prose) -> Prose {
    "\(strong: "How \(result) changes with \(subject).")"
  }

  private static func feeds(
    _ subject: Prose, isOne: Bool, _ result: Formula, _ fed: [Formula], _ isSeeded: Bool
  ) -> Prose {
    let given: Prose =
      isOne
      ? ", and has an upstream gradient that is given besides"
      : ", and have upstream gradients that are given besides"
    return """
      \(head(result, subject)) \(subject) \(isOne ? "is" : "are") used to compute \(English.list(fed.map { "\($0)" }))\
      \(isSeeded ? given : "").
      """
  }

  private static func meaning(_ result: Formula) -> Prose {
    """
    If a derivative is positive, a small increase in its quantity increases \(result); if it is negative, a small increase \
    decreases \(result).
    """
  }

  private static func words(_ counts: VerdictCounts) -> Prose {
    if counts.disagreeing > 0 {
      return """
        \(strong: "They disagree") on \(counts.disagreeing) of \(English.count(counts.all, "derivative", "derivatives")): at least one \
        of the computations is wrong or inaccurate there.
        """
    }
    if counts.agreeing == counts.all, counts.tried == counts.all {
      return counts.all == 1
        ? "The three computations agree."
        : "The three computations agree on \(English.all(counts.all, "derivative", "derivatives"))."
    }
    return Prose.sentences([
      "Chain rule and forward mode agree.",
      counts.tried < counts.all
        ? "Finite differences were computed for \(counts.tried) of the \(counts.all) derivatives." : "",
      counts.undecided > 0
        ? "For \(English.some(counts.undecided)) the finite difference is not accurate enough to decide."
        : "",
      counts.onKinks > 0 ? "For \(English.some(counts.onKinks)) there is a kink." : "",
    ])
  }
}

extension GraphPhrase.Result {
  fileprivate var english: Prose {
    switch self {
    case .typed(let name): Prose([.code(name)])
    case .valued(let equation): "\(equation)"
    }
  }
}

extension GraphPhrase.Names {
  fileprivate var english: Prose { English.list(shown.map { "\($0)" } + (areMore ? ["others"] : [])) }
}

extension GraphPhrase.Column {
  fileprivate var english: Prose {
    switch self {
    case .quantity: "quantity"
    case .value: "value"
    case .derivative: "derivative"
    case .derivativeOf(let result): "derivative of \(result)"
    case .chainRule: "chain rule"
    case .forwardMode: "forward mode"
    case .numeric: "finite difference"
    case .errorBound: "error bound"
    case .verdict: "verdict"
    case .forward: "forward mode"
    case .bound: "error bound"
    }
  }
}
