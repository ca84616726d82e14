import Formulas

extension HelpPhrase {
  var german: Prose {
    switch self {
    case .summary: "trace rechnet Backpropagation an kleinen Netzen vor und prüft den Gradienten."
    case .purpose(let command): Self.purpose(of: command)
    case .option(let option, let command): Self.effect(of: option, command)
    case .row(let options, let command):
      Self.row(options, by: "; ") { "\($0.flag): \(Self.effect(of: $0, command))" }
    case .example: "Beispiel: "
    case .notes(let command): Self.notes(on: command)
    case .further: "Zweite Ableitungen, Jacobi-Matrizen und Vorwärtsmodus, mit einer der Optionen:"
    case .notesOnFurther:
      """
      Eine zweite Ableitung ist die Ableitung einer ersten: Die Kettenregel wird auf die Formeln der Rückwärtspropagation \
      angewendet. Das Ergebnis wird mit dem Vorwärtsmodus und mit kleinen Änderungen der ersten Ableitung geprüft. --jacobian, --forward, --of und --names sind für Graphen aus benannten Größen.
      """
    case .exits: "Status: \(ExitCode.list(by: ", ") { "\($0) \(Self.meaning(of: $1))" })."
    }
  }

  private static func purpose(of command: Command) -> Prose {
    switch command {
    case .workedExample: "rechnet eine Lektion vor"
    case .derive: "leitet eine eingegebene Formel ab"
    case .worksheet: "schreibt ein Arbeitsblatt mit Lücken"
    case .questions: "schreibt Fragen für Moodle usw."
    case .check: "prüft Antworten und erklärt Fehler"
    case .practice: "fragt Zahl für Zahl, mit Hinweisen"
    case .train: "trainiert ein Netz"
    case .build: "schreibt einen Kurs als Webseiten"
    case .export: "schreibt eine Lektion als Programm"
    case .lessons: "nennt die Lektionen oder zeigt eine"
    case .completions: "schreibt, was eine Shell zum Vervollständigen braucht"
    case .help: "Hilfe; second: zu zweiten Ableitungen"
    }
  }

  private static func effect(of option: Option, _ command: Command) -> Prose {
    switch (option, command) {
    case (.lesson, _): "eingebaute Lektion oder Datei (-: Standardeingabe)"
    case (.format, _): either(option, command)
    case (.output, .practice): "die Sitzung speichern; sie lässt sich fortsetzen"
    case (.output, .train): "die trainierte Lektion in DATEI schreiben"
    case (.output, .build): "der Ordner der Seiten; er wird angelegt, wenn er fehlt"
    case (.output, .questions): "die Datei; für qti und canvas ein ZIP-Archiv"
    case (.output, .export): "in DATEI schreiben"
    case (.output, _): "in DATEI schreiben; die Endung wählt das Format"
    case (.digits, .export): "Stellen, die das Programm ausgibt; sonst alle"
    case (.digits, .train): "signifikante Stellen der Gewichte; sonst alle"
    case (.digits, _):
      """
      signifikante Stellen, \(Option.digitRange.lowerBound) bis \(Option.digitRange.upperBound); \
      sonst \(command.usualDigits)
      """
    case (.only, .worksheet): "nur diese Lücken, z. B. w2 oder z1[1]; auch mehrmals"
    case (.layers, _): "nur diese Schichten: 2, oder 2-3 für zwei"
    case (.only, _): "nur diese Größe, z. B. w2; auch mehrmals"
    case (.example, .train): "in der Datei nur dieses Beispiel behalten"
    case (.example, _): "nur eines der Beispiele"
    case (.paths, .workedExample): "alle Pfade von einem Gewicht"
    case (.paths, _): "jeder Pfad von dieser Zahl zum Ergebnis, mit Summe"
    case (.all, _): "nichts weglassen"
    case (.exact, _): "exakte Brüche"
    case (.staged, _): "Gatter für Gatter"
    case (.result, _): "NAME ableiten statt der letzten Definition"
    case (.jacobian, _): "die Ableitungen aller Einträge von Y nach X"
    case (.forward, _): "Vorwärtsmodus für X, mit Rückwärtspropagation verglichen"
    case (.second, _): "die zweite Ableitung ∂²C/∂A∂B; nur A: ∂²C/∂A²"
    case (.hessian, _): "alle zweiten Ableitungen, für höchstens 12 Parameter"
    case (.newton, _): "mit --hessian: der Newton-Schritt"
    case (.notation, _): "Zeichen von \(either(option, command))"
    case (.names, _): "kurze Namen der Ableitungen eines Graphen: \(either(option, command))"
    case (.language, _), (.decimal, _): either(option, command)
    case (.math, _): "Formeln in Markdown: \(either(option, command))"
    case (.fragment, _): "LaTeX ohne Präambel"
    case (.ascii, _): "Text nur mit ASCII-Zeichen"
    case (.step, _): "Schritt für Schritt"
    case (.figures, _): "Bilder als Dateien neben Markdown"
    case (.variant, .check): "die Variante des Blatts, wenn es keine nennt"
    case (.variant, _): "andere Zahlen; gleicher Startwert: gleiche Zahlen"
    case (.key, _): "statt der Lücken die Lösungen mit ihren Rechnungen"
    case (.reveal, _): "der richtige Wert neben jeder Antwort"
    case (.marks, _): "Folgefehler zählen (follow-through) oder nicht (strict)"
    case (.variants, .questions): "Fassungen jeder Frage: Startwerte, höchstens 200"
    case (.variants, .worksheet): "die Blätter dieser Startwerte, als Dateien im Ordner"
    case (.variants, _): "die Variante jeder Person, in Zeilen wie ada,7"
    case (.feedback, _): "für jede Person einen Bericht in diesen Ordner"
    case (.epochs, _): "die Zahl der Durchgänge durch alle Beispiele"
    case (.batch, _): "die Zahl der Beispiele in einem Mini-Batch"
    case (.seed, _): "der Startwert der Reihenfolge der Beispiele; sonst \(String(TrainRequest.defaultSeed))"
    case (.accuracyOn, _): "das Netz an den Beispielen dieser Lektion testen"
    case (.patience, _): "mit --accuracy-on: Ende nach N Epochen ohne Fortschritt"
    case (.optimizer, _): "momentum=0.9, nesterov, adagrad, rmsprop, adam, adamw"
    case (.schedule, _): "Lernrate: halve-every, inverse-time, warmup-cosine"
    case (.learningRate, _): "die Lernrate; sonst die der Lektion"
    case (.dropout, _): "Wahrscheinlichkeit, ein verdecktes Neuron wegzulassen"
    case (.plot, _): "ein Bild der Kosten je Epoche: \(either(option, command))"
    case (.lessons, _): "der Ordner der Lektionen; sonst die eingebauten"
    case (.title, _): "der Titel des Kurses; sonst der Name des Ordners"
    case (.traces, _): "auch große Lektionen als JSON-Aufzeichnung"
    case (.man, _): "das Handbuch, für den Befehl man"
    case (.to, .export): "wofür das Programm ist: \(either(option, command))"
    case (.to, _): either(option, command)
    case (.cloze, _): "alle Lücken in einer Frage; nicht für gift, canvas"
    case (.dumper, _): "das Programm, das PyTorch-Modelle zu Lektionen macht"
    case (.help, _): "diese Hilfe; auch -h"
    case (.version, _): "die Version"
    }
  }

  private static func meaning(of status: ExitCode) -> String {
    switch status {
    case .done: "gut"
    case .disagreement: "falsches Ergebnis"
    case .wrongCommandLine: "Optionen"
    case .wrongLesson: "Inhalt"
    case .unreadableFile: "Datei"
    case .writingFailed: "Ausgabe"
    }
  }

  private static func either(_ option: Option, _ command: Command) -> Prose {
    "\(alternatives(option.choices(for: command), last: " oder "))"
  }

  private static func notes(on command: Command) -> Prose {
    switch command {
    case .completions:
      """
      Eine Shell schlägt mit der Tabulatortaste Befehle, Optionen, Lektionen und Werte vor. Das Skript entsteht aus denselben \
      Tabellen wie diese Hilfe. Das zweite Beispiel schreibt das Handbuch: man\u{A0}./trace.1 zeigt es.
      """
    case .workedExample, .help: ""
    case .derive:
      """
      Die letzte Definition wird nach allen gegebenen Zahlen abgeleitet. Wie Definitionen geschrieben werden und wie eine Lektion \
      daraus wird, steht in der Datei lessons/README.md des Projekts. Zu zweiten Ableitungen, Jacobi-Matrizen und Vorwärtsmodus: trace\u{A0}help\u{A0}second
      """
    case .worksheet:
      """
      In Markdown und Text kommt jede Zahl hinter ein =. Eine LaTeX-Datei (Dokumentklasse exam) enthält die Lösungen, druckt sie aber nur mit \\printanswers, das --key \
      hinzufügt. Eine HTML-Seite hat Felder zum Ausfüllen und beurteilt jede Zahl.
      """
    case .questions:
      """
      Jede Zahl hat eine Toleranz: Zwischenschritte dürfen auf so viele Stellen gerundet sein, wie verlangt sind. Zahlen, die ein \
      bekannter Fehler ergibt, haben einen Hinweis (bei Canvas stehen alle Hinweise der Frage zusammen). Mit --variants zieht die Plattform von jeder Frage eine Fassung. moodle ist \
      Moodle-XML, gift Text für Moodle, qti ein Paket mit QTI 2.1, canvas eines mit QTI 1.2, anki eine Liste von Karten.
      """
    case .check:
      """
      Antworten sind Zeilen wie dC/dz2[1] = -0.354, Tabellenzeilen, JSON oder ein Notebook, auch mit Namen aus Büchern und \
      Programmen: δ²_1, dW2, W2.grad. Ein Wert ist eine Zahl, ein Array, eine Rechnung wie 2*(0.64-1) oder eine Formel wie \
      2*(a3-y). Ohne --lesson nennt die Datei ihre Lektion in einer Zeile wie trace:\u{A0}lesson=xor\u{A0}variant=7. In einem Ordner hat jede \
      Person eine Datei oder einen Ordner. Der Status ist 1, wenn eine Antwort falsch oder nicht lesbar ist.
      """
    case .practice:
      """
      Jede Zahl wird sofort geprüft. ? gibt einen Hinweis, skip stellt eine Zahl zurück, back geht zur vorigen, net oder graph \
      zeigt das Bild, quit hört auf. Mit --output wird die Sitzung in einer Datei gespeichert, die \
      trace\u{A0}check liest. Derselbe Befehl setzt sie fort.
      """
    case .train:
      """
      Vor jeder Epoche werden die Beispiele gemischt, auf jedem Rechner gleich. Die Lektion wird mit den trainierten Gewichten \
      geschrieben. Strg-C beendet das Training mit den Gewichten bis dahin. Mit --epochs 0 wird nur getestet.
      """
    case .build:
      """
      Aus NAME.json wird die Seite NAME.html, mit Links zur Lektion davor und danach, dazu NAME.md, NAME.tex, NAME.txt und die \
      Aufzeichnung als JSON zum Herunterladen. index.html nennt alle Lektionen, nach Namen sortiert oder in der Reihenfolge der \
      Datei index.txt in ihrem Ordner, mit einem Namen in jeder Zeile. Was sich nicht ändert, wird nicht neu geschrieben, und \
      gelöscht wird nichts. Hat eine Lektion einen Fehler, werden die anderen trotzdem geschrieben, und der Status ist 65. Kämen zwei \
      Lektionen in dieselbe Datei, wird nichts geschrieben.
      """
    case .export:
      """
      Das Programm berechnet die Kosten und ihre Ableitungen und gibt sie unter den Namen der Lektion aus. In NumPy ist die \
      Rückwärtspropagation ausgeschrieben; PyTorch und JAX berechnen die Ableitungen selbst. dump.py ist eine Datei für Python: Ihre \
      Funktion dump macht aus einem nn.Sequential eine Lektion (mine.json) und aus seinen Gradienten Antworten (mine-grads.json). So werden sie geprüft: \
      trace\u{A0}check\u{A0}mine-grads.json\u{A0}--lesson\u{A0}mine.json
      """
    case .lessons:
      """
      Die Liste hat die Reihenfolge des Kurses. Mit einem NAMEN wird die Datei der Lektion ausgegeben, zum Kopieren und Ändern; sie \
      hat die Titel in allen Sprachen.
      """
    }
  }
}
