import Formulas

extension DescentPhrase {
  var german: Prose {
    switch self {
    case .rule(let changed, let rate):
      """
      Beim Gradientenabstieg wird \(changed.fromEach) das Produkt aus \(rate.left) und der zugehörigen Ableitung abgezogen; \
      dabei ist \(rate) \
      die Lernrate. Alle Ableitungen sind mit den alten \(changed.old) berechnet, und alle \(changed.many) ändern sich \
      gleichzeitig.
      """
    case .biasesFixed: "In dieser Lektion werden die Biases nicht verändert."
    case .rateIsZero: "Bei einer Lernrate von 0 ändert sich kein Parameter."
    case .outcome(let before, let after, let outcome):
      """
      Vor dem Schritt ist \(before). Die Vorwärtspropagation mit den neuen Parametern ergibt \(after). \(outcome.german)
      """
    case .notFinite:
      "Mit den neuen Parametern ist der Wert der \(.cost) nicht endlich: Die Lernrate ist zu groß."
    case .prediction(let change, let squares, let changed, let isShortened, let startsOnKink):
      """
      Jeder Parameter ändert sich um minus Lernrate mal Ableitung. Änderte sich nur einer von ihnen, so änderte sich die \(.cost) um ungefähr minus Lernrate mal Quadrat seiner Ableitung. Für alle Änderungen zusammen wird das addiert: Die \(.cost) ändert sich um ungefähr \(change)\(startsOnKink ? ", wenn der Schritt auf keinen Knick trifft" : ""). Dabei ist \(squares) die Summe der Quadrate \
      \(changed == .weights ? "der Ableitungen nach den Gewichten, weil sich nur die Gewichte ändern" : "aller Ableitungen")\
      \(isShortened ? "; einige sind ausgeschrieben, und der letzte Summand ist die Summe der übrigen" : ""):
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
    case .decreased: "Der Wert der \(.cost) ist kleiner geworden."
    case .increased(let fromKink):
      fromKink
        ? "Der Wert der \(.cost) ist größer geworden. An einem Knick muss die verwendete Ableitung nicht bergab zeigen."
        : "Der Wert der \(.cost) ist größer geworden: Der Schritt war zu groß."
    case .unchanged(let exactly):
      exactly
        ? "Der Wert der \(.cost) ist genauso groß wie vorher."
        : "In doppelter Genauigkeit ist der Wert der \(.cost) unverändert."
    case .withinRounding:
      "Der Wert der \(.cost) hat sich nicht stärker geändert als um seinen Rundungsfehler."
    }
  }
}
