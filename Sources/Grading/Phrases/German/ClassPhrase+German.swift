import Formulas

extension ClassPhrase {
  var german: Prose {
    switch self {
    case .title(let sheets): "\(sheets) \(sheets == 1 ? "Blatt" : "Blätter") geprüft"
    case .unread(let files): "Nicht lesbar: \(Self.list(files))."
    case .missing(let people): "Keine Antworten abgegeben: \(Self.list(people))."
    case .students: "Studierende"
    case .signs:
      "Ein Zeichen für jede Größe, mit einem Leerzeichen nach jedem Teil des Blatts: „+“ richtig, „~“ zu wenige Stellen, „>“ Folgefehler, „x“ falsch, „.“ nicht beantwortet oder nicht gelesen."
    case .pointsOf(let rule):
      """
      Punkte: 1 für eine richtige Antwort, ½ für zu wenige Stellen, \(rule == .strict ? "0" : "1") für eine Antwort mit \
      Folgefehler. Eine Zahl, die auf eine einzige Stelle gerundet ist, gibt keine Punkte, ebenso 0, wenn der richtige Wert nicht 0 ist. Antworten, \
      die mit einer solchen Zahl berechnet sind, geben einen Punkt, wenn sie richtig sind, und sonst keinen.
      """
    case .mistakes: "Fehler"
    case .quantities(let lesson): "Größen, Lektion \(lesson)"
    case .column(let column): Self.word(column)
    case .correct(let count, let all): "\(count) von \(all)"
    case .variant(let own, let given):
      "\(own.map(String.init) ?? "–")\(given.map { " (ausgegeben: \(String($0)))" } ?? "")"
    case .same(let files, let areWrong):
      "Diese Blätter haben genau dieselben Antworten\(areWrong ? ", auch die falschen" : ""): \(Self.list(files))."
    case .otherVariant(let person, let own, let given, let earned, let outOf):
      """
      An \(person) wurde Variante \(String(given)) ausgegeben, abgegeben wurde aber \
      \(own.map { "Variante \(String($0))" } ?? "ein Blatt mit den Zahlen der Lektion"). Die Punkte, \
      \(ReportPhrase.score(earned: earned, outOf: outOf).german), gelten für die abgegebenen Zahlen.
      """
    case .belongElsewhere(let person, let other):
      "Antworten von \(person): \(Self.words(other)). Folgefehler darin geben keine Punkte."
    case .elsewhere(let other): Self.words(other)
    case .convention(let person, let convention):
      "\(person) schreibt anders als die Lektion und wird danach beurteilt: \(Self.words(convention))."
    case .passedOver(let person, let numbers):
      "\(person): \(ReportPhrase.inGerman(numbers))"
    case .description(let explanation):
      switch explanation {
      case .mistake(let mistake): "\(MistakePhrase.title(mistake).german)."
      case .sign: "Nur das Vorzeichen der Zahl ist falsch."
      case .none: "Kein bekannter Fehler erklärt die Zahl sicher."
      }
    case .names(let people, let more): Self.list(people, more: more)
    case .handedOut(let variant): Self.words(variant)
    case .wrongSign: "falsches Vorzeichen"
    case .notNamed: "nicht benannt"
    case .notReadable: "nicht lesbar"
    case .noSheet: "kein Blatt"
    }
  }

  private static func list(_ names: [String], more: Int = 0) -> Prose {
    German.list(names.map { "\($0)" }, more: more)
  }

  private static func words(_ other: OtherNumbers) -> Prose {
    switch other {
    case .variant(let seed?): "richtig für Variante \(String(seed))"
    case .variant(nil): "richtig für die Zahlen der Lektion"
    case .unknown: "vielleicht mit anderen Zahlen berechnet"
    }
  }

  private static func words(_ convention: Marking.Convention) -> Prose {
    switch convention {
    case .negativeErrors: "δ ist −∂C/∂z"
    case .otherHalf: "die \(.cost) unterscheidet sich um einen Faktor 2"
    case .sumOverExamples: "die \(.cost) ist die Summe über die Beispiele"
    case .meanOverExamples: "die \(.cost) ist der Mittelwert über die Beispiele"
    case .transposedWeights: "die Matrizen haben eine Zeile für jede Eingabe"
    case .rateInVelocity: "die Geschwindigkeit enthält die Lernrate"
    case .otherSideOfKink: "die Steigung von ReLU bei z = 0 ist 1"
    case .beforeDropout: "die Aktivierungen sind die vor dem Dropout"
    case .derivativesBeforeDropout: "die Ableitungen sind die vor dem Dropout"
    }
  }

  private static func word(_ column: Column) -> Prose {
    switch column {
    case .student: "Name"
    case .variant: "Variante"
    case .correct: "richtig"
    case .points: "Punkte"
    case .answers: "Antworten in der Reihenfolge der Herleitung"
    case .firstMistake: "erster Fehler"
    case .notRead: "nicht gelesene Zeilen"
    case .numberOfStudents: "Anzahl der Studierenden"
    case .asFirstMistake: "davon erster Fehler"
    case .mistake: "Fehler"
    case .students: "Studierende"
    case .description: "Beschreibung"
    case .quantity: "Größe"
    case .notAnswered: "nicht beantwortet oder nicht gelesen"
    }
  }

  private static func words(_ variant: ClassReport.HandedOutVariant) -> Prose {
    switch variant {
    case .own: "ja"
    case .another(let seed): "nein: \(String(seed))"
    case .unknown: "nicht aufgeführt"
    }
  }
}
