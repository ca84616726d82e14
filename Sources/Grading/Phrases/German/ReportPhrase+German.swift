import Formulas

extension ReportPhrase {
  var german: Prose {
    switch self {
    case .title(let name, let correct, let all): "\(name): \(correct) von \(all) richtig"
    case .summary(let counts, let open, let names, let hasUnread):
      Self.summary(counts, open, names, hasUnread)
    case .tooFewDigits(let asked):
      """
      „Zu wenige Stellen“ heißt: Die geschriebenen Stellen sind richtig (die letzte darf um eins abweichen), verlangt sind aber \
      \(asked). Eine Zahl mit weniger Stellen ist richtig, wenn deine Zahlen davor genau sie ergeben.
      """
    case .points(let earned, let outOf): "Punkte: \(Self.score(earned, outOf))."
    case .score(let earned, let outOf): Self.score(earned, outOf)
    case .noneWrong: "Keine Antwort ist falsch."
    case .wrongAnswer(let place, let isFirst):
      "\(isFirst ? "Erste falsche Antwort" : "Eine weitere falsche Antwort"): \(Self.words(place))"
    case .otherWrong(let places):
      """
      \(places.count == 1 ? "Auch diese Antwort ist falsch" : "Auch diese Antworten sind falsch"): \
      \(German.row(places.map(Self.words), ";")). Verbessere zuerst die Fehler oben und prüfe dann noch einmal.
      """
    case .convention(let convention): Self.words(convention)
    case .change(let line, let old, let name, let value):
      """
      In Zeile \(line) steht die Änderung Δ\(old). Damit ist \(name) gleich \(Formula.number(value)), und das wird beurteilt.
      """
    case .files(let files): Self.words(files)
    case .otherNumbers(let other): Self.words(other)
    case .layers(let first):
      "Das Blatt zählt die Schichten anders: Seine Schicht \(first) ist Schicht 1 der Lektion. So wird es gelesen."
    case .passedOver(let numbers): Self.inGerman(numbers)
    case .unread: "Nicht gelesen"
    case .unreadLines(let count):
      count == 1
        ? "Eine Zeile sieht wie eine Antwort aus, konnte aber nicht gelesen werden und wurde deshalb nicht beurteilt:"
        : "\(count) Zeilen sehen wie Antworten aus, konnten aber nicht gelesen werden und wurden deshalb nicht beurteilt:"
    case .unreadLine(let line, let written, let reason):
      "Zeile \(line), \(code: written): \(reason)\(reason.hasSuffix("?") ? "" : ".")"
    case .unreadRest(let count): "\(count) weitere \(count == 1 ? "wird" : "werden") nicht gezeigt."
    case .answers: "Alle Antworten"
    case .column(let column): Self.word(column)
    case .quantity(let name): German.name(name)
    case .changeOf(let name): "Δ\(name)"
    case .verdict(let verdict): Self.word(verdict)
    case .notAnswered(let hasUnread): "nicht beantwortet\(hasUnread ? " oder nicht gelesen" : "")"
    case .remark(let line, let name, let remark):
      "Zeile \(line), \(German.name(name)): \(Self.words(remark, on: name))"
    }
  }

  /// How many numbers of each kind were not judged, and why.
  static func inGerman(_ numbers: PassedOver) -> Prose {
    Prose.sentences(
      numbers.kinds.map { kind in
        let count = numbers[kind]
        let said: Prose = "\(count) \(count == 1 ? "Zahl" : "Zahlen")"
        let verb = count == 1 ? "wurde" : "wurden"
        return switch kind {
        case .laterSteps:
          "\(said) aus späteren Schritten \(verb) nicht beurteilt, weil nur nach dem ersten Schritt gefragt ist."
        case .secondDerivatives:
          "\(said) zu zweiten Ableitungen \(verb) nicht beurteilt, weil nur nach ersten Ableitungen gefragt ist."
        case .programs:
          "\(said) in Code \(verb) nicht beurteilt, weil nur als Antwort gilt, was Code ausgibt."
        case .others:
          "\(said) der Musterlösung \(verb) nicht beurteilt, weil dort keine Größe steht, nach der gefragt ist."
        }
      })
  }

  private static func summary(
    _ counts: [Count], _ open: Int, _ names: [Formula], _ hasUnread: Bool
  ) -> Prose {
    var parts: [Prose] = counts.map { "\($0.count) \(counted($0.verdict))" }
    if open > 0 {
      parts.append(
        "\(open) nicht beantwortet\(hasUnread ? " oder nicht gelesen" : "")\(names.isEmpty ? "" : " (\(German.list(names.map(German.name))))")"
      )
    }
    return "\(German.row(parts, ","))."
  }

  /// Such as 7½ von 12.
  private static func score(_ earned: Double, _ outOf: Int) -> Prose {
    "\(halves(earned)) von \(outOf)"
  }

  private static func words(_ place: Place) -> Prose {
    "\(German.name(place.name))\(place.line.map { ", Zeile \($0)" } ?? "")"
  }

  private static func words(_ convention: Marking.Convention) -> Prose {
    switch convention {
    case .negativeErrors: "Dein δ ist −∂C/∂z, wie in manchen Büchern. Es wird so gelesen."
    case .otherHalf:
      """
      Deine \(.cost) unterscheidet sich von der \(.cost) der Lektion um einen Faktor 2. Deine anderen Antworten passen zu deiner \
      \(.cost) und werden danach beurteilt.
      """
    case .sumOverExamples:
      """
      Deine \(.cost) ist die Summe über die Beispiele; die \(.cost) der Lektion ist der Mittelwert. Deine anderen Antworten \
      passen \
      zur Summe und werden danach beurteilt.
      """
    case .meanOverExamples:
      """
      Deine \(.cost) ist der Mittelwert über die Beispiele; die \(.cost) der Lektion ist die Summe. Deine anderen Antworten \
      passen zum Mittelwert und werden danach beurteilt.
      """
    case .transposedWeights:
      """
      Deine Matrizen haben eine Zeile für jede Eingabe, die der Lektion eine Zeile für jedes Neuron. Deine werden so gelesen.
      """
    case .rateInVelocity:
      "Deine Geschwindigkeit enthält die Lernrate, wie in Nielsens Buch. Sie wird so gelesen."
    case .otherSideOfKink:
      "Bei z = 0 hat ReLU keine Ableitung. Du verwendest dort die Steigung 1, die Lektion 0. Beides ist richtig."
    case .beforeDropout:
      """
      Die Aktivierungen deiner Schicht mit Dropout sind die vor dem Dropout, die der Lektion sind die danach. Deine werden so gelesen.
      """
    case .derivativesBeforeDropout:
      """
      Die Ableitungen in deiner Schicht mit Dropout sind die vor dem Dropout, die der Lektion sind die danach. Deine werden so gelesen.
      """
    }
  }

  private static func words(_ files: AnswerSheet.Files) -> Prose {
    let names: [Prose] = files.all.map { "\($0.name) ab Zeile \($0.firstLine)" }
    return
      "Die Antworten stehen in \(files.all.count) Dateien, deren Zeilen weitergezählt werden: \(German.row(names, ","))."
  }

  private static func words(_ other: OtherNumbers) -> Prose {
    let numbers: Prose =
      switch other {
      case .variant(let seed?):
        "Diese Antworten sind richtig für Variante \(String(seed)), aber nicht für die Zahlen dieses Blatts."
      case .variant(nil):
        "Diese Antworten sind richtig für die Zahlen der Lektion, aber nicht für die dieses Blatts."
      case .unknown:
        "Keine Antwort ist richtig, und viele folgen nicht aus denen davor: Vielleicht gehören sie zu anderen Zahlen."
      }
    return "\(numbers) Folgefehler geben keine Punkte."
  }

  private static func word(_ column: Column) -> Prose {
    switch column {
    case .line: "Zeile"
    case .quantity: "Größe"
    case .answer: "Antwort"
    case .verdict: "Bewertung"
    case .correctValue: "richtiger Wert"
    }
  }

  private static func word(_ verdict: Verdict) -> Prose {
    switch verdict {
    case .correct: "richtig"
    case .tooFewDigits: "zu wenige Stellen"
    case .carriedForward: "Folgefehler"
    case .wrong: "falsch"
    }
  }

  /// After a number.
  private static func counted(_ verdict: Verdict) -> Prose {
    switch verdict {
    case .correct, .carriedForward, .wrong: word(verdict)
    case .tooFewDigits: "mit zu wenigen Stellen"
    }
  }

  private static func words(_ remark: Remark, on name: Formula) -> Prose {
    switch remark {
    case .unequal(let step, let value, let written):
      "\(code: step) ist \(value.map { "\(Formula.number($0)) und " } ?? "")nicht \(code: written)."
    case .circular:
      "Die Formel verwendet eine Größe, die erst später berechnet wird, oder \(German.name(name)) selbst."
    case .notFinite: "Der Wert der Formel ist nicht endlich."
    case .lucky(let isGraph):
      "Die Formel ergibt \(isGraph ? "mit diesen Zahlen" : "in diesem Netz") die richtige Zahl, aber nicht mit anderen Zahlen."
    case .otherGiven(let given): "In der Lektion ist \(given) gegeben."
    }
  }
}

extension German {
  /// A name, with its example if the letters do not say it.
  static func name(_ name: Formula) -> Prose {
    name.exampleToSay.map { "\(name) von Beispiel \($0)" } ?? "\(name)"
  }
}
