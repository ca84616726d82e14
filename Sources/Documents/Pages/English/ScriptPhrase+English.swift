import Formulas

extension ScriptPhrase {
  var english: Prose {
    switch self {
    case .correct: "✓ Correct."
    case .tooFewDigits: "✓ Correct, but with too few digits."
    case .carriedForward: "→ Correct for your numbers above, one of which is wrong."
    case .wrong: "✗ Not correct yet."
    case .unread: "? This is not a number. Write it as 0.35, -1.2e-3, 3/8, 2*(0.64-1) or 1/(1+exp(-0.3))."
    case .comma: "? Write a decimal point, not a comma."
    case .zero: "You wrote 0."
    case .otherSign: "Only its sign is wrong."
    case .times: "It is {factor} times the number that follows from those before it."
    case .copied: "You wrote the same number for {name}."
    case .otherLine: "another line"
    case .mayBe: "It may be:"
    case .or: "Or:"
    case .again: "The same mistake appears in {names}."
    case .untold: "No known mistake gives this number. Compute it again from the numbers before it."
    case .count: "{right} of {all} correct"
    case .countWithWrong: "{right} of {all} correct, {wrong} not correct yet"
    case .delete: "Delete all answers that you typed on this page?"
    }
  }
}
