import Formulas

extension PagePhrase {
  package var german: Prose {
    switch self {
    case .untitled: "Backpropagation"
    case .equation: "Gleichung"
    case .formula: "Formel"
    case .picture: "Bild"
    case .lines: "Zeilen zum Kopieren"
    case .table(let columns): "Tabelle: \(German.row(columns, ","))"
    case .steps: "Schritte"
    case .back: "Zurück"
    case .next: "Nächster Schritt"
    case .showAll: "Alle zeigen"
    case .hideAll: "Alle verbergen"
    case .openSteps: "{open} von {all}"
    case .slides: "Folien"
    case .notes: "Notizen"
    case .quantity: "Größe"
    case .calculation: "Rechnung"
    case .value: "Wert"
    case .judging(let fraction, let arithmetic):
      """
      Diese Seite beurteilt jede Zahl, sobald du ihr Feld verlässt. Nichts wird verschickt. Du kannst Dezimalzahlen, Brüche wie \
      \(code: fraction) und Rechnungen wie \(code: arithmetic) eingeben. Deine Antworten bleiben in diesem Browser, bis du sie \
      löschst. Zum Abgeben speicherst du sie in einer Datei.
      """
    case .yourName: "Dein Name:"
    case .name: "Name:"
    case .date: "Datum:"
    case .answers: "Antworten"
    case .clear: "Löschen"
    case .save: "Antworten speichern"
    case .blanks(let prompt, let names):
      "\(prompt):\(names.isEmpty ? "" : " \(German.series(names.map { "\($0)" }))")"
    }
  }
}
