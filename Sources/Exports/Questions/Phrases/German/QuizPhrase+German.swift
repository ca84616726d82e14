import Formulas

extension QuizPhrase {
  var german: Prose {
    switch self {
    case .digits(nil): "Gib den genauen Wert an."
    case .digits(let count?) where count >= Self.allDigits:
      "Gib alle Stellen der Gleitkommazahl an, so wie ein Programm sie ausgibt."
    case .digits(let count?):
      """
      Gib \(count) signifikante \(count == 1 ? "Stelle" : "Stellen") an, und rechne mit ein oder zwei Stellen mehr.
      """
    case .nearly(nil): "Das ist fast richtig, aber nicht der genaue Wert."
    case .nearly(let count?) where count >= Self.allDigits:
      "Das ist fast richtig, hat aber nicht alle Stellen der Gleitkommazahl."
    case .nearly(let count?):
      """
      Das ist fast richtig, hat aber nicht \(count) richtige \(count == 1 ? "Stelle" : "Stellen"). Rechne mit ein oder zwei \
      Stellen mehr.
      """
    case .before(let quantity, let hint): "Zu \(quantity): \(hint)"
    case .mistaken: "Zahlen, zu denen ein Fehler führt:"
    case .hint(let numbers, let hint): "\(Self.list(numbers)): \(hint)"
    case .mayHelp: "Vielleicht zeigt eine dieser Fragen, wo der Fehler liegt:"
    case .point: "Tippe die Zahl mit einem Punkt statt des Kommas, wie \(code: "0.5")."
    case .variant(let seed): "Variante \(String(seed))"
    }
  }
}
