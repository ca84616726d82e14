import Formulas

extension CostPhrase {
  /// In German.
  public var german: Prose {
    switch self {
    case .name(let cost): cost.nameInGerman
    case .slope(let cost): cost.slopeInGerman
    }
  }
}

extension Cost {
  private var threshold: Formula { .number(setting ?? Numeral(integer: 1)) }

  fileprivate var nameInGerman: Prose {
    switch kind {
    case .squaredError: "der quadratische Fehler"
    case .halfSquaredError: "der halbe quadratische Fehler"
    case .meanSquaredError: "der mittlere quadratische Fehler"
    case .binaryCrossEntropy: "die binäre Kreuzentropie"
    case .meanBinaryCrossEntropy: "der Mittelwert der binären Kreuzentropien der Ausgaben"
    case .crossEntropy: "die Kreuzentropie"
    case .absoluteError: "der absolute Fehler"
    case .huber: "die Huber-\(.cost) mit δ = \(threshold)"
    case .hinge: "die Hinge-\(.cost)"
    }
  }

  fileprivate var slopeInGerman: Prose {
    let (a, y) = (Formula.symbol(Symbol(.activation)), Formula.symbol(Symbol(.target)))
    let (restOfOutput, restOfTarget) = (Formula.integer(1) - a, Formula.integer(1) - y)
    let logarithms: Prose =
      """
      Ist \(y) größer als 0, so ist die Ableitung negativ und unbeschränkt, wenn sich \(a) der 0 nähert. Ist \(y) kleiner als 1, so ist sie positiv und unbeschränkt, wenn sich \(a) der 1 nähert.
      """
    let terms: Prose =
      "Der erste Term kommt von \(y * .call(.ln, a)), der zweite von \(restOfTarget * .call(.ln, restOfOutput))"
    return switch kind {
    case .squaredError:
      "Die Ableitung ist das Doppelte von Ausgabe minus Zielwert. Sie ist positiv, wenn die Ausgabe über dem Zielwert liegt, und negativ, wenn sie darunter liegt."
    case .halfSquaredError:
      "Die Ableitung ist Ausgabe minus Zielwert: Der Faktor 2 aus dem Quadrat kürzt sich mit dem Faktor ½ der \(.cost)."
    case .meanSquaredError:
      "Die Ableitung ist das Doppelte von Ausgabe minus Zielwert, geteilt durch die Anzahl der Ausgaben, denn die \(.cost) ist ein Mittelwert über die Ausgaben."
    case .binaryCrossEntropy: "\(terms). \(logarithms)"
    case .meanBinaryCrossEntropy:
      "\(terms); beide sind durch die Anzahl der Ausgaben geteilt, denn die \(.cost) ist ein Mittelwert über die Ausgaben. \(logarithms)"
    case .crossEntropy:
      "Das ist die Ableitung von \(-(y * .call(.ln, a))). Sie ist 0, wenn der Zielwert 0 ist; sonst ist sie negativ, und ihr Betrag ist umso größer, je kleiner die Ausgabe ist."
    case .absoluteError:
      "Die Ableitung ist 1, wenn die Ausgabe über dem Zielwert liegt, und −1, wenn sie darunter liegt. Ist die Ausgabe gleich dem Zielwert, so hat die \(.cost) einen Knick, und per Konvention wird 0 verwendet."
    case .huber:
      "Die Ableitung ist Ausgabe minus Zielwert, jedoch nach oben durch \(threshold) und nach unten durch \(-threshold) begrenzt."
    case .hinge:
      "Ist Ausgabe mal Zielwert mindestens 1, so ist die \(.cost) dieser Ausgabe 0 und ihre Ableitung ebenfalls; bei genau 1 liegt ein Knick, und dort ist das Konvention. Sonst ist die Ableitung das Negative des Zielwerts."
    }
  }
}
