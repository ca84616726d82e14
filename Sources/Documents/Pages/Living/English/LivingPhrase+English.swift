import Formulas

extension LivingPhrase {
  var english: Prose {
    switch self {
    case .hint:
      """
      You can change each number in a field: type another, or drag it to the left or right. The page then computes everything \
      again, and its address keeps the numbers for a link.
      """
    case .field: "Value of {name}"
    case .given: "What stands here is about the numbers as given. It is shown again after a reset."
    case .introduction: "The introduction is about the numbers as given."
    case .changed: "Numbers changed"
    case .reset: "Reset numbers"
    case .unread: "This is not a number. Write it as 0.35 or -1.2e-3."
    case .notFinite: "With this number a result is not finite."
    case .tied:
      "With this number, several of those that max or min chooses from are equal. The page does not derive this case."
    }
  }
}
