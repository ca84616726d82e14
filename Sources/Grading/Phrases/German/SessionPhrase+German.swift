import Formulas

extension SessionPhrase {
  package var german: Prose {
    switch self {
    case .instructions(let count, let digits, let kind):
      """
      Du berechnest \(count == 1 ? "eine Zahl. Gib sie" : "\(count) Zahlen, eine nach der anderen. Gib jede") als Zahl mit \
      \(digits) \(digits == 1 ? "signifikanter Stelle" : "signifikanten Stellen") ein, als Rechnung wie \(code: "2*(0.64-1)") oder als Formel wie \
      \(code: kind == .graph ? "x + 2*y" : "a2*(1-a2)") mit den Namen, die vor den Gleichheitszeichen stehen. Mit „\(code: "?")“ bekommst du einen Hinweis (zuerst eine Frage, dann die Formel, \
      dann den \
      Wert), mit „\(code: "skip")“ stellst du eine Zahl bis zum Ende zurück, mit „\(code: "back")“ gehst du zur vorigen, mit \
      „\(code: kind == .graph ? "graph" : "net")“ siehst du \(kind == .graph ? "den Graphen" : "das Netz") noch einmal, und mit \
      „\(code: "quit")“ beendest du die Sitzung.
      """
    case .continued(let done, let all): "Die Sitzung geht weiter: \(done) von \(all) sind erledigt."
    case .empty: "Gib eine Zahl ein, ? für einen Hinweis oder quit, um die Sitzung zu beenden."
    case .first: "Das ist die erste Zahl."
    case .notANumber: "Das ist keine Zahl."
    case .nudge(let nudge): Self.words(nudge)
    case .value(let value): "Der Wert ist \(Formula.number(value))."
    case .correct: "Richtig."
    case .tooFewDigits(let asked):
      "Nicht falsch, aber zu wenige Stellen: Gib \(asked) signifikante \(asked == 1 ? "Stelle" : "Stellen") ein."
    case .carriedForward: "Richtig für deine Zahlen davor, von denen eine falsch ist."
    case .lucky: "Richtig für diese Zahlen, aber nicht für andere."
    case .wrong: "Noch nicht richtig."
    case .unexplained: "Noch nicht richtig. Rechne noch einmal, oder gib ? für einen Hinweis ein."
    case .score(let score): Self.words(score)
    case .saved(let file): "Die Sitzung ist in \(file) gespeichert; derselbe Befehl setzt sie fort."
    case .nothingTyped(let file): "Es wurde nichts eingegeben, deshalb wird \(file) nicht geschrieben."
    case .steps(let isLast):
      "\(isLast ? "Eingabetaste: Ende" : "Eingabetaste: nächster Schritt"); b: voriger Schritt; q: beenden:"
    }
  }

  private static func words(_ score: Score) -> Prose {
    """
    \(score.right) von \(score.all) richtig (\(score.first) beim ersten Versuch, \(score.later) später oder mit einem Hinweis)\
    \(score.carried > 0 ? ", \(score.carried) Folgefehler" : ""). Bei \(score.shown) wurde der Wert gezeigt; \(score.open) \(score.open == 1 ? "ist" : "sind") noch offen.
    """
  }

  private static func words(_ nudge: Nudge) -> Prose {
    switch nudge {
    case .paths:
      "Entlang welcher Pfade beeinflusst diese Größe das Ergebnis? Multipliziere entlang jedes Pfads, dann addiere die Pfade."
    case .newForward: "Was ergibt die Vorwärtspropagation mit den neuen Parametern?"
    case .step: "In welcher Richtung wird die \(.cost) kleiner, und wie groß ist der Schritt?"
    case .state: "Welcher Teil des alten Werts bleibt erhalten, und was wird dazu addiert?"
    case .weightedInput:
      "Welche Produkte aus Gewicht und Aktivierung werden hier addiert, und gibt es einen Bias?"
    case .activation: "Welche Aktivierungsfunktion wendet diese Schicht auf z an?"
    case .cost: "Wie vergleicht die \(.cost) jede Ausgabe mit ihrem Zielwert?"
    case .penalty: "Wie hängt der Strafterm von jedem Gewicht ab?"
    case .mean:
      "Wie werden die Beispiele zusammengefasst: als Summe oder als Mittelwert, und gibt es einen Strafterm?"
    case .definition: "Welche Zahlen kommen in der Definition dieser Größe vor?"
    case .softmax:
      "Die Ausgaben von Softmax ergeben zusammen 1: Wie ändert sich diese Ausgabe, wenn ein anderes z wächst?"
    case .slope:
      "Welche Steigung hat die Aktivierungsfunktion bei diesem z? Oft lässt sie sich allein mit a schreiben."
    case .penaltySlope: "Was ist die Ableitung des Strafterms nach diesem Gewicht?"
    case .weight: "Mit welcher Aktivierung wird dieses Gewicht multipliziert?"
    case .bias: "Um wie viel wächst z, wenn b um 1 wächst?"
    case .feeds:
      "Auf welche Neuronen wirkt dieses Neuron, und mit welchen Gewichten? Die Pfade werden addiert."
    case .change:
      "Wie ändert sich die Größe, in der dieser Wert verwendet wird, wenn nur er ein wenig wächst?"
    case .uses:
      "In welchen Größen wird dieser Wert verwendet? Multipliziere für jede Verwendung den lokalen mit dem eingehenden Gradienten, dann addiere."
    case .error:
      "Wie ändert sich die Aktivierung mit der Netzeingabe, und wie ändert sich die \(.cost) mit der Aktivierung?"
    case .cancelled: "Multipliziere die Steigung mit der Ableitung der \(.cost): Was kürzt sich?"
    case .costSlope:
      "Wird die \(.cost) größer oder kleiner, wenn die Ausgabe ein wenig wächst, und wie schnell?"
    }
  }
}
