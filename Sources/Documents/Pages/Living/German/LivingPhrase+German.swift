import Formulas

extension LivingPhrase {
  var german: Prose {
    switch self {
    case .hint:
      """
      Jede Zahl in einem Feld lässt sich ändern: Tippe eine andere ein, oder ziehe nach links oder rechts. Die Seite rechnet \
      dann alles neu, und in ihrer Adresse stehen die Zahlen, sodass man sie als Link weitergeben kann.
      """
    case .field: "Wert von {name}"
    case .given:
      "Was hier steht, gilt für die gegebenen Zahlen. Nach dem Zurücksetzen ist es wieder zu sehen."
    case .introduction: "Die Einleitung gilt für die gegebenen Zahlen."
    case .changed: "Zahlen geändert"
    case .reset: "Zahlen zurücksetzen"
    case .unread: "Das ist keine Zahl. Schreibe sie wie 0,35 oder -1,2e-3."
    case .notFinite: "Mit dieser Zahl ist ein Ergebnis nicht endlich."
    case .tied:
      "Mit dieser Zahl sind mehrere der Zahlen gleich, aus denen max oder min auswählt. Diesen Fall leitet die Seite nicht her."
    }
  }
}
