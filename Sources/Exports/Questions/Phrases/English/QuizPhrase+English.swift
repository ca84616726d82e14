import Formulas

extension QuizPhrase {
  var english: Prose {
    switch self {
    case .digits(nil): "Give the exact value."
    case .digits(let count?) where count >= Self.allDigits:
      "Give all digits of the floating-point number, as a program prints it."
    case .digits(let count?):
      "Give \(count) significant \(count == 1 ? "digit" : "digits"), and calculate with one or two digits more."
    case .nearly(nil): "This is close, but it is not the exact value."
    case .nearly(let count?) where count >= Self.allDigits:
      "This is close, but it does not have all digits of the floating-point number."
    case .nearly(let count?):
      """
      This is close, but it does not have \(count) correct \(count == 1 ? "digit" : "digits"). Calculate with one or two \
      digits more.
      """
    case .before(let quantity, let hint): "At \(quantity): \(hint)"
    case .mistaken: "Numbers to which a mistake leads:"
    case .hint(let numbers, let hint): "\(Self.list(numbers)): \(hint)"
    case .mayHelp: "Perhaps one of these questions shows where the mistake is:"
    case .point: "Type the number with a decimal point, such as \(code: "0.5")."
    case .variant(let seed): "variant \(String(seed))"
    }
  }
}
