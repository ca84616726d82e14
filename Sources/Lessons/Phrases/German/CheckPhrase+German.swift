import Backprop
import Formulas

extension CheckPhrase {
  var german: Prose {
    switch self {
    case .introduction(let isWhole, let hasZeros, let decimals):
      """
      Der \(.gradient) wird noch auf zwei andere Arten berechnet. Die Spalte „Matrizen“ stammt aus den Matrixgleichungen der \
      Backpropagation, die eine ganze Schicht auf einmal behandeln. Die Spalte „finite Differenzen“ braucht keine Ableitungen: \
      \(isWhole ? "Jeder Parameter wird" : "Einige der Parameter werden") ein wenig vergrößert und verkleinert, und die \
      Vorwärtspropagation wird wiederholt. Die Spalte „Fehlerschranke“ sagt, wie weit die finite Differenz höchstens \
      von der wahren Ableitung entfernt ist. Die finite Differenz gilt nur dann als Probe, wenn diese Schranke höchstens ein \
      Millionstel der \
      Ableitung beträgt\(hasZeros ? " oder unter \(.power(.integer(10), -9)) liegt, falls die Ableitung 0 ist" : ""). \
      „Stimmt überein“ heißt: Die Zahlen weichen höchstens um diese Schranke und um Rundungsfehler voneinander ab.\
      \(decimals.map { " \(Self.words($0))" } ?? "")
      """
    case .verdict(let verdict): Self.word(verdict)
    case .missing: "–"
    case .notFinite: "nicht endlich"
    case .result(let counts, let costHasKinks): Self.words(counts, costHasKinks: costHasKinks)
    case .disagreement(let name, let disagreement): "\(name): \(disagreement.german)."
    case .kink(let name, let event, let below, let above, let used, let result):
      """
      \(name): \(event.german(of: name)). \
      \(Self.slopes(below, above, name, of: result.map { "von \($0)" } ?? "der \(.cost)")); die hier verwendete Ableitung ist \
      \(Self.value(used)).
      """
    case .noCorner(let name, let event, let slope, let used, let result):
      """
      \(name): \(event.german(of: name)). \(result.map { "\($0)" } ?? "Die \(.cost)") selbst hat dort keinen Knick: Auf \
      beiden Seiten ist die Steigung \(Self.slope(slope)), also ist die Ableitung \(Self.value(used)).
      """
    }
  }

  private static func words(_ decimals: Decimals) -> Prose {
    let start: Prose =
      "Die Prüfung rechnet in doppelter Genauigkeit, deshalb zeigt die Spalte „Kettenregel“"
    return switch decimals {
    case .rounded: "\(start) die Brüche von oben als gerundete Dezimalzahlen."
    case .acrossKink(let z):
      "\(start) Dezimalzahlen. Durch das Runden liegt \(z) auf der anderen Seite des Knicks, also ist die Steigung eine andere als in Brüchen."
    }
  }

  private static func words(_ counts: VerdictCounts, costHasKinks: Bool) -> Prose {
    let parameters = German.all(counts.all, "den einen Parameter", "Parameter")
    if counts.disagreeing > 0 {
      return """
        \(strong: "Sie stimmen nicht überein"): Bei \
        \(counts.all == 1 ? "dem einen Parameter" : "\(counts.disagreeing) von \(counts.all) Parametern") ist mindestens eine \
        der \
        Berechnungen falsch oder ungenau.
        """
    }
    if counts.agreeing == counts.all, counts.tried == counts.all {
      return "Die drei Berechnungen stimmen für \(parameters) überein."
    }
    var prose: Prose = "Kettenregel und Matrizen stimmen für \(parameters) überein."
    if counts.tried < counts.all {
      let agree: Prose =
        counts.undecided + counts.onKinks == 0 ? "; auch dort stimmen die Berechnungen überein" : ""
      prose = """
        \(prose) Finite Differenzen wurden für eine zufällige Auswahl von \(counts.tried) der \(counts.all) Parameter berechnet\
        \(agree). Ein Strich heißt: keine finite Differenz.
        """
    }
    if counts.undecided > 0 {
      let why: Prose =
        costHasKinks
        ? "hat in der Nähe einen Knick oder ist dort nicht endlich" : "ist in der Nähe nicht endlich"
      prose = """
        \(prose) Bei \(some(counts.undecided)) entscheiden die finiten Differenzen nicht: Sie sind nicht genau genug, oder die \
        \(.cost) \(why).
        """
    }
    if counts.onKinks > 0 {
      prose = """
        \(prose) Bei \(some(counts.onKinks)) trifft jede noch so kleine Änderung auf einen Knick der \(.cost), also gibt es \
        keine finite Differenz zum Vergleichen.
        """
    }
    return prose
  }

  private static func some(_ count: Int) -> Prose { "\(count == 1 ? "einem" : "\(count)") davon" }

  private static func slopes(_ below: Numeral?, _ above: Numeral?, _ name: Formula, of result: Prose) -> Prose
  {
    below == above
      ? "Auf beiden Seiten ist die Steigung \(result) \(slope(below))"
      : "Die Steigung \(result) ist \(slope(below)) für kleinere Werte von \(name) und \(slope(above)) für größere Werte von \(name)"
  }

  private static func value(_ value: Numeral?) -> Prose {
    value.map { "\(Formula.number($0))" } ?? "nicht endlich"
  }

  private static func slope(_ slope: Numeral?) -> Prose {
    slope.map { "etwa \(Formula.number($0))" } ?? "unbekannt"
  }

  private static func word(_ verdict: GradientCheck.Verdict) -> Prose {
    switch verdict {
    case .agrees: "stimmt überein"
    case .disagrees: "weicht ab"
    case .inconclusive: "unentschieden"
    case .kink: "Knick"
    case .agreesOnBothSides: "stimmt auf beiden Seiten überein"
    case .unchecked: "ungeprüft"
    }
  }
}

extension CheckPhrase.Disagreement {
  fileprivate var german: Prose {
    switch self {
    case .notFinite: "Die Ableitung nach der Kettenregel ist nicht endlich"
    case .recomputed(.vectorized, let value):
      "Die Matrixgleichungen ergeben \(value.map { "\(Formula.number($0))" } ?? "keine endliche Zahl")"
    case .recomputed(.forward, let value):
      "Der Vorwärtsmodus ergibt \(value.map { "\(Formula.number($0))" } ?? "keine endliche Zahl")"
    case .numeric(let value, let bound):
      "Die finite Differenz ist \(value.map { "\(Formula.number($0))" } ?? "nicht endlich")\(bound.map { " mit einem Fehler von höchstens \(Formula.number($0))" } ?? "")"
    }
  }
}

extension CheckPhrase.Event {
  /// What happens when a parameter of this name changes.
  fileprivate func german(of name: Formula) -> Prose { "Bei einer Änderung \(german(name))" }

  private func german(_ name: Formula) -> Prose {
    switch self {
    case .crossing(name, others: 0): "geht dieser Wert selbst durch 0, wo ein Knick liegt"
    case .crossing(let quantity, let others):
      others == 0
        ? "geht \(quantity) durch 0, wo ein Knick liegt"
        : "gehen \(quantity) und \(German.count(others, "eine weitere Größe", "weitere Größen")) durch 0, wo ein Knick liegt"
    case .argument(let operation, let quantity, let others):
      "geht das Argument von \(operation) in \(quantity)\(Self.and(others)) durch 0, wo ein Knick liegt"
    case .jump(let function, let quantity, let others):
      "geht das Argument von \(function) in \(quantity)\(Self.and(others)) durch eine ganze Zahl, wo ein Sprung liegt"
    case .choice(let operation, let quantity, let others):
      "wird ein anderes Argument von \(operation) in \(quantity)\(Self.and(others)) gewählt, und \(quantity) hat dort einen Knick"
    }
  }

  private static func and(_ others: Int) -> Prose {
    others == 0 ? "" : others == 1 ? " (und in einer weiteren Größe)" : " (und in \(others) weiteren Größen)"
  }
}
