import Backprop
import Formulas

extension GraphPhrase {
  var german: Prose {
    switch self {
    case .untitled(let result): "Die Ableitungen von \(result)"
    case .graph: "Der Graph"
    case .gradient: "Der Gradient"
    case .summary(let count, let result):
      """
      Dieser Graph hat \(count) Größen, und sein Ergebnis ist \(result.german). Alle Ableitungen werden berechnet und geprüft. \
      Hergeleitet wird hier bei jeder Größe nur die betragsmäßig größte Ableitung; mit der Option --only NAME wird eine andere \
      hergeleitet, und mit --all wird alles ausgegeben.
      """
    case .givens(let equations):
      """
      \(equations.count == 1 ? "Der gegebene Wert ist" : "Die gegebenen Werte sind") \(German.values(equations)).
      """
    case .longArray(let array, let count):
      "\(array) hat \(count) Zahlen, die in der Datei der Lektion stehen."
    case .stepsLeftOut(let count):
      """
      Alle Ableitungen gelten für diese Werte; \
      \(count == 1 ? "der Schritt, den die Lektion macht, ist" : "die Schritte, die die Lektion macht, sind") hier weggelassen.
      """
    case .forward: "Jede Größe wird aus früheren Größen berechnet."
    case .fractions: "Nichts ist gerundet: Die Zahlen sind Brüche, und jede Zeile gilt exakt."
    case .backward(let result, let ends, let repeats):
      """
      Die Rückwärtspropagation beginnt bei \(result) und geht zurück bis zu \(Self.ends(ends)). Angenommen, aus einer Größe wird \
      eine neue berechnet. Die Ableitung der neuen Größe nach der alten ist der lokale Gradient; die Ableitung von \(result) \
      nach der neuen Größe ist der eingehende Gradient, der schon bekannt ist. Das Produkt der beiden ist die Ableitung von \
      \(result) nach der alten Größe.\
      \(repeats ? " Wird eine Größe an mehreren Stellen verwendet, so werden die Produkte aller dieser Stellen addiert." : "")
      """
    case .backwardFromGiven(let name, let result):
      """
      Was nach \(Prose([.code(name)])) kommt, heißt hier \(result), und die Ableitungen von \(result) nach den Einträgen \
      davon, die \
      eingehenden Gradienten, sind gegeben. Von dort geht die Rückwärtspropagation zurück bis zu den gegebenen Größen: Jeder \
      lokale \
      Gradient wird mit dem eingehenden Gradienten multipliziert, und wird eine Größe mehrmals verwendet, so werden diese \
      Produkte addiert.
      """
    case .direct(let result, let only):
      "Die Ableitung von \(result) nach \(only.map { "\($0)" } ?? "jeder Größe, aus der das Ergebnis berechnet wird"):"
    case .condition(let condition, let hasTies):
      "Eine Bedingung in Klammern, \(condition), ist 1, wenn sie erfüllt ist, und sonst 0.\(hasTies ? " Sind zwei Zahlen gleich, so gilt die erste als ausgewählt." : "")"
    case .feeds(let subjects, let result, let fed, let isSeeded):
      Self.feeds(
        German.list(subjects.map { "\($0)" }), isOne: subjects.count == 1, result, fed, isSeeded)
    case .upstreamGiven(let subjects, let result):
      """
      \(Self.head(result, German.list(subjects.map { "\($0)" }))) \
      \(subjects.count == 1 ? "Der eingehende Gradient ist" : "Die eingehenden Gradienten sind") gegeben.
      """
    case .noEffect(let subject, let result):
      "\(Self.head(result, "\(subject)")) Diese Größe hat keinen Einfluss auf \(result)."
    case .noEffects(let names, let result):
      "\(Self.head(result, names.german)) Diese Größen haben keinen Einfluss auf \(result)."
    case .multipliedByZero(let losses, let areMore):
      """
      \(German.list(losses.map { "\($0.quantity) in \($0.place)" } + (areMore ? ["andere"] : []))) \
      \(losses.count == 1 && !areMore ? "wird mit 0 multipliziert und trägt" : "werden mit 0 multipliziert und tragen") nichts \
      bei.
      """
    case .products(let local, let upstream):
      "Hier ist \(local) der lokale Gradient und \(upstream) der eingehende Gradient."
    case .shortNames(let derivative): "Ableitungen haben hier kurze Namen: \(error: derivative)."
    case .forLetters(let ranges): "Für \(German.list(ranges.map { $0.prose() })):"
    case .sameForLetters(let ranges): "Ebenso für \(German.list(ranges.map { $0.prose() })):"
    case .slices:
      "Ein Doppelpunkt anstelle eines Index steht für alle Werte dieses Index, also für eine ganze Zeile oder Spalte."
    case .alike(let array): "Die übrigen Einträge von \(array) werden genauso berechnet. Hier sind alle:"
    case .atEdges(let names, let kinds):
      Prose.sentences(
        [
          """
          \(names.german) \(names.shown.count == 1 && !names.areMore ? "liegt" : "liegen") hier auf einem Knick oder Sprung, an \
          dem es keine Ableitung gibt. Eine Konvention legt fest, welche Steigung verwendet wird.
          """,
          kinds.contains(.max) || kinds.contains(.min) ? Self.tie(kinds) : "",
        ] + kinds.map(Self.slope))
    case .stepIsFlat:
      "Die Stufenfunktion ist auf beiden Seiten von 0 konstant: Ihre Steigung ist 0, und kein Gradient geht durch sie hindurch."
    case .floorIsFlat:
      "Zwischen zwei ganzen Zahlen ist floor konstant: Die Steigung ist 0, und kein Gradient geht hindurch."
    case .stopEndsGradients:
      "Der Wert von stop gilt als gegeben: Seine Ableitung ist 0, und kein Gradient geht hindurch."
    case .stopped(let subject, let result):
      """
      \(Self.head(result, "\(subject)")) Diese Größe beeinflusst \(result) nur durch stop hindurch, also ist die Ableitung 0.
      """
    case .gradientOfOne(let only, let result):
      "Der Gradient ist die Ableitung von \(result) nach \(only). \(Self.meaning(result))"
    case .gradientOfAll(let result, let names):
      """
      Der Gradient enthält die Ableitungen von \(result) nach \
      \(names.map { $0.isEmpty ? "den Größen in der Tabelle" : German.list($0.map { "\($0)" }) } ?? "allen gegebenen Größen"). \(Self.meaning(result))
      """
    case .cutShort(let shown, let count):
      "Das sind die ersten \(shown) von \(count); mit --format json werden alle ausgegeben."
    case .checkColumns(let result, let hasZeros):
      """
      Der Gradient wird noch auf zwei andere Arten berechnet. Der \(emphasis: "Vorwärtsmodus") braucht keine \
      Rückwärtspropagation: Für jeweils eine gegebene Größe wird zu jedem Wert auch dessen Ableitung nach dieser Größe \
      berechnet. Die \(emphasis: "finite Differenz") braucht keine Ableitungen: Die Größe wird ein wenig vergrößert \
      und verkleinert, und \(result) wird neu berechnet. Die \(emphasis: "Fehlerschranke") sagt, wie weit die finite Differenz \
      höchstens von der wahren Ableitung entfernt ist. Die finite Differenz gilt nur dann als Probe, wenn diese Schranke \
      höchstens ein Millionstel der Ableitung beträgt\
      \(hasZeros ? " oder unter \(.power(.integer(10), -9)) liegt, falls die Ableitung 0 ist" : ""). „Stimmt überein“ heißt: Die \
      Zahlen weichen höchstens um diese Schranke und um Rundungsfehler voneinander ab.
      """
    case .shortCheck(let count):
      count == 1
        ? "Die Ableitung wird auf zwei andere Arten berechnet: im Vorwärtsmodus, der sie zusammen mit den Werten berechnet, ohne Rückwärtspropagation, und als finite Differenz, mit einer Schranke für den Fehler der Differenz:"
        : "Die Ableitungen werden auf zwei andere Arten berechnet: im Vorwärtsmodus, der sie zusammen mit den Werten berechnet, ohne Rückwärtspropagation, und als finite Differenzen, mit einer Schranke für den Fehler jeder Differenz:"
    case .column(let column): column.german
    case .verdict(let counts): Self.words(counts)
    case .pathCount(let source, let result, let count):
      """
      Es gibt \(German.count(count, "einen Pfad", "Pfade")) von \(source) nach \(result). Entlang jedes Pfads werden die lokalen \
      Gradienten multipliziert:
      """
    case .path(let names): names.dropFirst().reduce(names.first.map { "\($0)" } ?? "") { "\($0) → \($1)" }
    case .notFinite(let result):
      "Die Vorwärtspropagation mit den neuen Werten ergibt kein endliches \(result): Die Lernrate ist zu groß."
    case .increased(let result):
      "\(result) ist größer geworden: Für diesen Schritt ist die Lernrate zu groß."
    }
  }

  /// Where the way back ends.
  private static func ends(_ names: [Formula]?) -> Prose {
    names.map { $0.isEmpty ? "den Größen, nach denen abgeleitet wird" : German.list($0.map { "\($0)" }) }
      ?? "den gegebenen Größen"
  }

  /// Which of equal arguments has the gradient.
  private static func tie(_ kinds: [Graph.Edge]) -> Prose {
    let words = kinds.contains(.max) ? kinds.contains(.min) ? "max und min" : "max" : "min"
    return """
      Sind Argumente von \(words) gleich, so bekommt hier das erste den ganzen Gradienten. Eine andere Konvention teilt den \
      Gradienten gleichmäßig auf, so wie maximum und minimum in PyTorch.
      """
  }

  private static func slope(_ edge: Graph.Edge) -> Prose {
    switch edge {
    case .max, .min: ""
    case .magnitude: "Bei 0 wird für |x| die Steigung 0 verwendet; darunter ist sie −1, darüber 1."
    case .step: "step und sign haben die Steigung 0."
    case .floor: "Bei ganzen Zahlen springt floor; die Steigung ist 0."
    }
  }

  private static func head(_ result: Formula, _ subject: Prose) -> Prose {
    "\(strong: "Wie sich \(result) mit \(subject) ändert.")"
  }

  private static func feeds(
    _ subject: Prose, isOne: Bool, _ result: Formula, _ fed: [Formula], _ isSeeded: Bool
  ) -> Prose {
    let given: Prose =
      isOne
      ? "; außerdem ist ein eingehender Gradient gegeben" : "; außerdem sind eingehende Gradienten gegeben"
    return """
      \(head(result, subject)) \(subject) \(isOne ? "wird" : "werden") in \(German.list(fed.map { "\($0)" })) verwendet\
      \(isSeeded ? given : "").
      """
  }

  private static func meaning(_ result: Formula) -> Prose {
    """
    Ist eine Ableitung positiv, so wird \(result) größer, wenn die gegebene Größe ein wenig wächst; ist sie negativ, so wird \(result) \
    kleiner.
    """
  }

  private static func words(_ counts: VerdictCounts) -> Prose {
    if counts.disagreeing > 0 {
      return """
        \(strong: "Sie stimmen nicht überein"): Bei \
        \(counts.all == 1 ? "der einen Ableitung" : "\(counts.disagreeing) von \(counts.all) Ableitungen") ist \
        mindestens eine der Berechnungen falsch oder ungenau.
        """
    }
    if counts.agreeing == counts.all, counts.tried == counts.all {
      return counts.all == 1
        ? "Die drei Berechnungen stimmen überein."
        : "Die drei Berechnungen stimmen für \(German.all(counts.all, "die eine Ableitung", "Ableitungen")) überein."
    }
    return Prose.sentences([
      "Kettenregel und Vorwärtsmodus stimmen überein.",
      counts.tried < counts.all
        ? "Finite Differenzen wurden für \(counts.tried) der \(counts.all) Ableitungen berechnet."
        : "",
      counts.undecided > 0
        ? "Bei \(some(counts.undecided)) ist die finite Differenz nicht genau genug, um zu entscheiden."
        : "",
      counts.onKinks > 0 ? "Bei \(some(counts.onKinks)) liegt ein Knick vor." : "",
    ])
  }

  private static func some(_ count: Int) -> Prose { "\(count == 1 ? "einer" : "\(count)") davon" }
}

extension GraphPhrase.Result {
  fileprivate var german: Prose {
    switch self {
    case .typed(let name): Prose([.code(name)])
    case .valued(let equation): "\(equation)"
    }
  }
}

extension GraphPhrase.Names {
  fileprivate var german: Prose { German.list(shown.map { "\($0)" } + (areMore ? ["andere"] : [])) }
}

extension GraphPhrase.Column {
  fileprivate var german: Prose {
    switch self {
    case .quantity: "Größe"
    case .value: "Wert"
    case .derivative: "Ableitung"
    case .derivativeOf(let result): "Ableitung von \(result)"
    case .chainRule: "Kettenregel"
    case .forwardMode: "Vorwärtsmodus"
    case .numeric: "finite Differenz"
    case .errorBound: "Fehlerschranke"
    case .verdict: "Befund"
    case .forward: "Vorwärtsmodus"
    case .bound: "Fehlerschranke"
    }
  }
}
