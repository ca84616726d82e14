import Formulas

extension CoursePhrase {
  package var german: Prose {
    switch self {
    case .builtIn: "Backpropagation, Schritt für Schritt"
    case .untitled: "Backpropagation"
    case .lessons(let count):
      """
      \(count) \(count == 1 ? "Lektion. Sie" : "Lektionen. Jede") ist ein kleines Netz oder ein Graph mit Zahlen darin, Schritt für \
      Schritt durchgerechnet, vorwärts und rückwärts.
      """
    case .course: "Kurs"
    case .onwards: "Weiter"
    case .allLessons: "Alle Lektionen"
    case .previous: "Vorige"
    case .next: "Nächste"
    case .worksheet: "Selbst rechnen"
    case .workedExample: "Herleitung zeigen"
    case .download: "Diese Lektion herunterladen:"
    case .lessonFile: "die Lektion"
    case .text: "Text"
    case .traceLeftOut(let command):
      "Die vollständige Aufzeichnung ist lang und steht nicht hier: \(code: command) schreibt sie aus der Lektion"
    }
  }
}
