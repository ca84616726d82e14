import Formulas

extension DescentPhrase {
  var german: Prose {
    switch self {
    case .rule(let changed, let rate):
      """
      Beim Gradientenabstieg wird \(changed.fromEach) das Produkt aus \(rate.left) und der zugehörigen Ableitung abgezogen; dabei ist \(rate) \
      die Lernrate. Alle Ableitungen sind mit den alten \(changed.old) berechnet, und alle \(changed.many) ändern sich gleichzeitig.
      """
    case .biasesFixed: "In dieser Lektion werden die Biases nicht verändert."
    case .rateIsZero: "Bei einer Lernrate von 0 ändert sich kein Parameter."
    case .outcome(let before, let after, let outcome):
      """
      Vor dem Schritt ist \(before). Die Vorwärtspropagation mit den neuen Parametern ergibt \(after). \(outcome.german)
      """
    case .notFinite:
      "Mit den neuen Parametern ist die \(.cost) nicht endlich: Die Lernrate ist zu groß."
    case .prediction(let change, let squares, let changed, let isShortened, let startsOnKink):
      """
      In erster Ordnung ändert der Schritt die \(.cost) um \(change). Dabei ist \(squares) die Summe der Quadrate \
      \(changed == .weights ? "der Ableitungen nach den Gewichten, weil sich nur die Gewichte ändern" : "aller Ableitungen")\
      \(isShortened ? " (die letzte Zahl ist die Summe der übrigen Quadrate)" : "")\
      \(startsOnKink ? "; das gilt nur zwischen zwei Knicken" : ""):
      """
    }
  }
}

extension DescentPhrase.Changed {
  fileprivate var fromEach: Prose {
    switch self {
    case .parameters: "von jedem Parameter"
    case .weights: "von jedem Gewicht"
    case .quantities: "von jeder Größe"
    }
  }

  fileprivate var many: Prose {
    switch self {
    case .parameters: "Parameter"
    case .weights: "Gewichte"
    case .quantities: "Größen"
    }
  }

  fileprivate var old: Prose {
    switch self {
    case .parameters, .weights: "Parametern"
    case .quantities: "Werten"
    }
  }
}

extension DescentPhrase.Outcome {
  fileprivate var german: Prose {
    switch self {
    case .decreased: "Die \(.cost) ist kleiner geworden."
    case .increased(let fromKink):
      fromKink
        ? "Die \(.cost) ist größer geworden. An einem Knick muss die verwendete Ableitung nicht bergab zeigen."
        : "Die \(.cost) ist größer geworden: Der Schritt war zu groß."
    case .unchanged(let exactly):
      exactly
        ? "Die \(.cost) ist genauso groß wie vorher."
        : "In doppelter Genauigkeit ist die \(.cost) unverändert."
    case .withinRounding: "Die \(.cost) hat sich nicht stärker geändert als um ihren Rundungsfehler."
    }
  }
}
