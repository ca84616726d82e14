import Formulas

extension SessionPhrase {
  package var english: Prose {
    switch self {
    case .instructions(let count, let digits, let kind):
      """
      You compute \(count == 1 ? "one number" : "\(count) numbers, one at a time"). Type each as a number with \(digits) \
      significant \
      \(digits == 1 ? "digit" : "digits"), as arithmetic such as \(code: "2*(0.64-1)"), or as a formula such as \
      \(code: kind == .graph ? "x + 2*y" : "a2*(1-a2)") with the names that stand before the equals signs. Type \
      \(code: "?") for a hint (first a question, then the formula, then the value), \(code: "skip") to leave a number for the \
      end, \(code: "back") for the previous number, \(code: kind == .graph ? "graph" : "net") for the \
      \(kind == .graph ? "graph" : "network") again, and \(code: "quit") to end the session.
      """
    case .continued(let done, let all): "Session continued: \(done) of \(all) are done."
    case .empty: "Type a number, ? for a hint, or quit to end the session."
    case .first: "This is the first number."
    case .notANumber: "This is not a number."
    case .nudge(let nudge): Self.words(nudge)
    case .value(let value): "The value is \(Formula.number(value))."
    case .correct: "Correct."
    case .tooFewDigits(let asked):
      "Not wrong, but too few digits: type \(asked) significant \(asked == 1 ? "digit" : "digits")."
    case .carriedForward: "Correct for your earlier numbers, one of which is wrong."
    case .lucky: "Correct for these numbers, but not for other numbers."
    case .wrong: "Not correct yet."
    case .unexplained: "Not correct yet. Compute it again, or type ? for a hint."
    case .score(let score): Self.words(score)
    case .saved(let file): "The session is saved in \(file); the same command continues it."
    case .nothingTyped(let file): "Nothing was typed, so \(file) is not written."
    case .steps(let isLast): "\(isLast ? "Return: end" : "Return: next step"); b: previous step; q: quit:"
    }
  }

  private static func words(_ score: Score) -> Prose {
    """
    \(score.right) of \(score.all) correct (\(score.first) at the first try, \(score.later) later or with a hint)\
    \(score.carried > 0 ? ", \(score.carried) carried forward" : ""). The value was shown for \(score.shown); \(score.open) \(score.open == 1 ? "is" : "are") still open.
    """
  }

  private static func words(_ nudge: Nudge) -> Prose {
    switch nudge {
    case .paths:
      "Along which paths does this quantity influence the result? Multiply along each path, then add the paths."
    case .newForward: "What does the forward pass give with the new parameters?"
    case .step: "In which direction does the \(.cost) decrease, and how large is the step?"
    case .state: "Which part of the old value is kept, and what is added to it?"
    case .weightedInput:
      "Which products of weight and activation are added up here, and is there a bias?"
    case .activation: "Which activation function does this layer apply to z?"
    case .cost: "How does the \(.cost) compare each output with its target?"
    case .penalty: "How does the penalty depend on each weight?"
    case .mean: "How are the examples combined: is it a sum or a mean, and is there a penalty?"
    case .definition: "Which quantities does the definition above use, and what are their values?"
    case .softmax: "Softmax outputs add up to 1: how does this output change if another z grows?"
    case .slope:
      "What is the slope of the activation function at this z? For many functions the activation is enough to compute it."
    case .penaltySlope: "What is the derivative of the penalty with respect to this weight?"
    case .weight: "Which activation does this weight multiply?"
    case .bias: "If b grows by 1, by how much does z grow?"
    case .feeds: "Which neurons does this neuron feed, and with which weights? The paths are added."
    case .change: "If this value alone grows a little, how does the quantity that uses it change?"
    case .uses:
      "Which quantities use this value? For each use multiply local and upstream gradient, then add."
    case .error:
      "How does the activation change with the weighted input, and how does the \(.cost) change with the activation?"
    case .cancelled: "Multiply the slope by the derivative of the \(.cost): what cancels?"
    case .costSlope: "If the output increases a little, does the \(.cost) increase or decrease, and how fast?"
    }
  }
}
