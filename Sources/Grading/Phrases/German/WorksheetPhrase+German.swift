import Formulas

extension WorksheetPhrase {
  var german: Prose {
    switch self {
    case .worksheet(let title): "\(title): Arbeitsblatt"
    case .key(let title): "\(title): Lösungen"
    case .instructions(let digits, let namesLesson, let variant):
      """
      Schreibe hinter jedes = eine Zahl. Runde deine Ergebnisse auf \(Self.significant(digits)), und rechne unterwegs mit ein \
      oder zwei Stellen mehr. Wenn du eine Antwort nicht weißt, schreibe nichts hinter das =.\(namesLesson ? " Lass die Zeile oben stehen: Sie nennt die Lektion." : "") \(code: Self.command("DATEI", "NAME/DATEI", namesLesson, variant)) sagt, welche Antworten \
      richtig sind, und nennt bei den falschen den Fehler, wenn er sich finden lässt.
      """
    case .instructionsOnPage(let digits):
      """
      Schreibe in jedes Feld eine Zahl. Runde deine Ergebnisse auf \(Self.significant(digits)), und rechne unterwegs mit ein \
      oder zwei Stellen mehr. Lass ein Feld leer, wenn du die Antwort nicht weißt.
      """
    case .name(let typed, let name, let layer, let neuron):
      "\(code: typed) steht für \(name) (Schicht \(layer), Neuron \(neuron))."
    case .example(let number): "\(code: "@\(number)") steht für Beispiel \(number)."
    case .isPart:
      "Dieses Blatt fragt nur nach einem Teil der Herleitung. Berechne die anderen Größen, die dafür nötig sind, auf eigenem Papier."
    case .answers(let digits):
      """
      Die Lösungen, jede mit ihrer Rechnung. Ergebnisse sind auf \(Self.significant(digits)) gerundet. Exakte Zahlen können weniger Stellen haben. Reichen die gerundeten Zahlen nicht aus, um das Ergebnis einer Zeile zu erhalten, so zeigt die Zeile mehr von ihren Stellen. Wer eine Zeile mit den gezeigten Zahlen nachrechnet, erhält ihr Ergebnis bis auf eine Einheit der \
      letzten Stelle.
      """
    case .section(let section, let example):
      "\(example.map { "Beispiel \($0): " } ?? "")\(Self.words(section))"
    case .part(let part, let count, let first): Self.words(part, isOne: count == 1, first)
    case .optimizer: "Der Zustand des Optimierungsverfahrens und die neuen Werte"
    case .variant(let seed, let kind, let isBest):
      Prose.sentences([
        "Variante \(String(seed)) dieser Lektion: \(kind == .graph ? "derselbe Graph" : "dasselbe Netz") mit anderen Zahlen.",
        isBest
          ? "Es wurden keine Zahlen gefunden, bei denen \(Self.missed(kind)). Dies sind die besten der versuchten Zahlen."
          : "",
      ])
    }
  }

  private static func significant(_ digits: Int) -> Prose {
    "\(digits) signifikante \(digits == 1 ? "Stelle" : "Stellen")"
  }

  private static func missed(_ kind: SubjectKind) -> Prose {
    switch kind {
    case .network:
      """
      dieselben Neuronen gesättigt oder inaktiv sind wie in der Lektion, keine Ableitung sehr klein ist und alle Fehler zu \
      verschiedenen Ergebnissen führen
      """
    case .graph:
      "keine Zahl sehr klein, sehr groß oder nahe an einem Knick ist und alle Fehler zu verschiedenen Ergebnissen führen"
    }
  }

  private static func words(_ section: Section) -> Prose {
    switch section {
    case .forward(let layer): "Vorwärts, Schicht \(layer)"
    case .cost: "Die \(.cost)"
    case .backward(let layer): "Rückwärts, Schicht \(layer)"
    case .penalty: "Der Strafterm"
    case .together: "Alle Beispiele zusammen"
    case .withPenalty: "Mit dem Strafterm"
    case .values: "Vorwärts"
    case .derivatives(let quantity): "Rückwärts: \(quantity)"
    }
  }

  private static func words(_ part: WorksheetPart, isOne: Bool, _ first: Formula) -> Prose {
    switch part {
    case .weightedInputs: isOne ? "Die \(.weightedInput)" : "Die \(.weightedInputs)"
    case .activations: isOne ? "Die Aktivierung" : "Die Aktivierungen"
    case .cost, .totalCost: "Die \(.cost)"
    case .costSlopes: "Wie sich die \(.cost) mit \(isOne ? "der Ausgabe" : "jeder Ausgabe") ändert"
    case .slopes:
      isOne
        ? "Wie sich die Aktivierung mit der \(.weightedInput) ändert"
        : "Wie sich jede Aktivierung mit ihrer \(.weightedInput) ändert"
    case .errors: isOne ? "Der Fehler \(error: first)" : "Die Fehler δ"
    case .weights: "Wie sich die \(.cost) mit \(isOne ? "dem Gewicht" : "jedem Gewicht") ändert"
    case .biases: "Wie sich die \(.cost) mit \(isOne ? "dem Bias" : "jedem Bias") ändert"
    case .passed:
      "Wie sich die \(.cost) mit \(isOne ? "der Aktivierung" : "jeder Aktivierung") der Schicht davor ändert"
    case .penalty: "Der Strafterm"
    case .gradient: "Wie sich die \(.cost) mit jedem Parameter ändert"
    case .update: isOne ? "Der neue Parameter" : "Die neuen Parameter"
    case .values(of: .equation(let name, let formula)):
      "Berechne\u{A0}\(Equation(name, [.init(.equals, formula)]))"
    case .values(of: .text(let text)): "Berechne\u{A0}\(code: text)"
    case .localGradients: isOne ? "Der lokale Gradient" : "Die lokalen Gradienten"
    case .derivatives:
      first.sidesOfDerivative.map {
        "Wie sich \(.symbol($0.above)) mit \(isOne ? "\(.symbol($0.below))" : "jedem Eintrag") ändert"
          as Prose
      }
        ?? (isOne ? "Die Ableitung" : "Die Ableitungen")
    case .updates: isOne ? "Der neue Wert" : "Die neuen Werte"
    }
  }
}
