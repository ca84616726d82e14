import Formulas

extension QuizPhrase {
  var english: Prose {
    switch self {
    case .digits(let count):
      "Give \(count) significant \(count == 1 ? "digit" : "digits"), and calculate with one or two digits more."
    case .nearly(let count):
      """
      This is close, but it does not have \(count) correct \(count == 1 ? "digit" : "digits"). Calculate with one or two \
      digits more.
      """
    case .before(let quantity, let hint): "At \(quantity): \(hint)"
    case .mistaken: "Numbers to which a mistake leads:"
    case .number(let number): "\(Formula.number(number)): "
    case .variant(let seed): "variant \(String(seed))"
    }
  }
}
