import Formulas

extension GradientPhrase {
  var german: Prose {
    switch self {
    case .definition(let isWhole):
      """
      Der \(.gradient) \(.symbol(Symbol(.gradient))) enthält die Ableitungen der \(.cost) nach allen Parametern.\
      \(isWhole ? "" : " Die Tabelle zeigt einen Teil davon.") Ist eine Ableitung positiv, so wird die \(.cost) größer, wenn \
      der Parameter ein wenig wächst; ist sie negativ, so wird die \(.cost) kleiner.
      """
    case .ranking(let largest, let smallest, let ratio, let leftOut):
      """
      Von den Gewichten\(Self.whose(leftOut)) hat \(largest) die betragsmäßig größte Ableitung und \(smallest) die kleinste. \
      Eine kleine Änderung von \(largest) ändert die \(.cost) dem Betrag nach etwa \(Formula.number(ratio)) mal so stark wie \
      die gleiche Änderung von \(smallest).
      """
    case .sharedRanking(let largest, let smallest, let ratio, let leftOut):
      """
      Wir vergleichen die Beträge der Ableitungen nach den Gewichten\(Self.which(leftOut)): Der größte (\(Self.owner(largest))) \
      ist etwa \(Formula.number(ratio)) mal so groß wie der kleinste (\(Self.owner(smallest))).
      """
    }
  }

  private static func whose(_ leftOut: LeftOut) -> Prose {
    switch leftOut {
    case .none: ""
    case .zeros: ", deren Ableitung nicht 0 ist,"
    case .withinRounding: ", deren Ableitung größer ist als ihr Rundungsfehler,"
    }
  }

  private static func which(_ leftOut: LeftOut) -> Prose {
    switch leftOut {
    case .none: ""
    case .zeros: ", soweit diese Ableitungen nicht 0 sind"
    case .withinRounding: ", soweit diese Ableitungen größer sind als ihr Rundungsfehler"
    }
  }

  private static func owner(_ owner: Owner) -> Prose {
    switch owner {
    case .one(let weight): "bei \(weight)"
    case .several(let count): "bei \(count == 2 ? "zwei" : "\(count)") Gewichten"
    }
  }
}
