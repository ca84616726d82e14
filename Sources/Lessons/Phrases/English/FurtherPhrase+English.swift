import Formulas

extension FurtherPhrase {
  var english: Prose {
    switch self {
    case .forwardMode: "Forward mode"
    case .backwardMode: "Backward mode"
    case .bothModes: "Both modes"
    case .check: "Check"
    case .forward(let x, let start):
      """
      Forward mode computes a derivative together with each value: how the value changes with \(x). It starts with \(start), and \
      with 0 for everything else that is given. The derivative of each definition is computed from the derivatives before it.
      """
    case .found(let forward, let backward, let agree):
      agree
        ? "Forward mode finds \(forward), backward mode \(backward): the same number."
        : "\(strong: "They disagree"): forward mode finds \(forward), backward mode \(backward)."
    case .operations:
      """
      Both modes multiply the same local gradients; forward mode begins at the other end. The table counts the multiplications \
      and additions with them, also multiplications by 1. Computing the values and the local gradients takes the same in both.
      """
    case .cheaperMode:
      """
      Forward mode needs one pass for each quantity with respect to which a derivative is computed, backward mode one pass for \
      each result. With one result and many parameters, as in the training of a network, backward mode is cheaper.
      """
    case .mode(let mode): mode.english
    case .allOfGradient(let count): "all \(count) of the gradient"
    case .columnOfMode: "mode"
    case .columnOfSubject: "with respect to"
    case .multiplications: "multiplications"
    case .additions: "additions"
    case .derivatives(let entry): "The derivatives of \(entry)"
    case .nothingLeads(let entry): "Nothing here leads to \(entry)."
    case .wayBack(let entry): "Backward from \(entry):"
    case .onePass(let entry): "\(entry) is one number, so one backward pass gives all of its derivatives."
    case .passes(let name, let count):
      """
      Backpropagation computes the derivatives of one number. \(name) has \(count) of them, so there are \(count) backward \
      passes, one for each entry. Each pass starts with the derivative 1 of that entry with respect to itself. The local \
      gradients are the same in all passes; each is shown where it is needed first.
      """
    case .localGradients(let names):
      names.count == 1
        ? "Here \(English.list(names.map { "\($0)" })) is a local gradient: paths through other quantities are not in it."
        : "Here \(English.list(names.map { "\($0)" })) are local gradients: paths through other quantities are not in them."
    case .jacobian: "The Jacobian"
    case .jacobianIs(let above, let below, let rows, let columns):
      """
      The Jacobian of \(above) with respect to \(below) has the shape \(rows) × \(columns): a row for each entry of \(above), \
      a column for each entry of \(below). Each number is the derivative of the entry of its row with respect to the entry of \
      its column.
      """
    case .checkOfJacobian:
      """
      The same derivatives, computed in two other ways: in forward mode, which needs no backward pass, and as \
      finite differences, with a bound on their error:
      """
    case .checkOfSecond:
      """
      Each second derivative is computed in two other ways. Forward mode goes through the backward pass: together \
      with each line of the first derivation, it computes the derivative of that line with respect to the parameter. The \
      finite difference needs no second derivation: the parameter is increased and decreased by a small amount, \
      and the first derivative is computed again. The error bound says how far the finite difference may be from \
      the true derivative. The finite difference is accepted as a test only if this bound is at most a millionth of the \
      derivative.
      """
    case .second: "The second derivative"
    case .seconds: "The second derivatives"
    case .secondPass(let result):
      """
      The steps so far are calculations like any others: values, local gradients and derivatives are computed from each other. So \
      they are a graph, and \(result) is one number in it. A second backward pass starts at \(result) and goes back through all \
      of these steps, with the same rule: local gradients times upstream gradients, added up if something is used more than \
      once.
      """
    case .flatSigns(let names, let areMore, let isOnEdge): Self.flat(names, areMore, isOnEdge)
    case .secondAtKink(let slope, let by):
      """
      There is a kink here: no one number says how \(slope) changes with \(by), and the check has the slopes on both sides.
      """
    case .secondIsZero(let slope, let by): "A small change in \(by) does not change \(slope), to first order."
    case .secondMeans(let slope, let by, let value):
      "If \(by) is changed by a small amount, \(slope) changes by about \(value) times that amount."
    case .hessian: "The Hessian"
    case .hessianIs(let size, let pair):
      """
      The Hessian is the table of all second derivatives, \(size) × \(size) here: row i, column j contains the derivative with \
      respect to parameter i of the derivative with respect to parameter j.\
      \(pair.map { " The option --second derives one of them line by line, as in --second \($0)." } ?? "")
      """
    case .leftOut(let names, let others, let result):
      """
      \(result) does not depend on \(English.list(names.map { "\($0)" } + (others > 0 ? ["\(others) others"] : []))): the \
      derivatives with respect to \(names.count + others == 1 ? "it" : "them") are 0, and left out.
      """
    case .symmetric(let one, let other, let isOnly):
      """
      The matrix is symmetric: \(one) and \(other)\(isOnly ? "" : ", for example,") come out of different backward passes and \
      are the same number. It does not matter which of two parameters comes first.
      """
    case .notSymmetric(let one, let other):
      """
      \(strong: "The matrix is not symmetric"): \(one) and \(other) differ, so at least one of them is wrong or inaccurate.
      """
    case .newton: "Newton's step"
    case .newtonIs(let result, let step, let h, let g, let isFromGivens, let curvesUpward):
      """
      Newton's method replaces \(result) by the quadratic function that has the same value, gradient and Hessian here, and goes \
      to the point at which the gradient of that function is 0. The step \(step) solves \
      \(Equation(.matrixProduct([h, step]), [.init(.equals, .negative(g))])), where \(h) is the Hessian and \(g) the \
      gradient. There is no learning rate to choose.\
      \(isFromGivens ? " The step starts at the numbers that are given." : "")\
      \(curvesUpward ? "" : " Here \(result) does not curve upward in every direction, so this point is not a minimum of the quadratic function, and the step may increase \(result).")
      """
    case .newtonInNumbers(let equations): "In numbers, \(English.list(equations.map { "\($0)" })):"
    case .noNewton:
      """
      The Hessian has no inverse here, so there is no Newton step: in some direction the gradient does not change.
      """
    case .parameter: "parameter"
    case .value: "value"
    case .step: "step"
    case .newValue: "new value"
    case .after(let result, let before, let after, let isExact, let outcome):
      """
      Before the step \(before). A forward pass with the new values gives \(isExact ? "" : "about ")\(Formula.number(after)): \
      \(result) \(Self.word(outcome)).
      """
    case .notFinite(let result): "With the new values \(result) is not finite."
    }
  }

  private static func word(_ outcome: LearningPhrase.Outcome) -> String {
    switch outcome {
    case .decreased: "has decreased"
    case .increased: "has increased"
    case .unchanged: "has not changed"
    }
  }

  private static func flat(_ names: [Formula], _ areMore: Bool, _ isOnEdge: Bool) -> Prose {
    let isOne = names.count == 1 && !areMore
    let list = English.list(names.map { "\($0)" } + (areMore ? ["others"] : []))
    let signs: Prose = "The \(isOne ? "sign or the condition" : "signs or the conditions") in \(list)"
    return isOnEdge
      ? "\(signs) \(isOne ? "jumps" : "jump"), and here a quantity is at such an edge: the first derivative jumps, and the second does not exist. The slope 0 is used."
      : "\(signs) \(isOne ? "is" : "are") not changed by a small change, so nothing goes back through \(isOne ? "it" : "them")."
  }
}

extension FurtherPhrase.Mode {
  fileprivate var english: Prose {
    switch self {
    case .forward: "forward"
    case .backward: "backward"
    case .forwardPasses(let count): "forward, \(count) passes"
    case .backwardPass: "backward, 1 pass"
    }
  }
}
