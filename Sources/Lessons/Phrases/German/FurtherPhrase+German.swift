import Formulas

extension FurtherPhrase {
  var german: Prose {
    switch self {
    case .forwardMode: "Vorwärtsmodus"
    case .backwardMode: "Rückwärtsmodus"
    case .bothModes: "Beide Modi"
    case .check: "Prüfung"
    case .forward(let x, let start):
      """
      Im Vorwärtsmodus wird zu jedem Wert eine Ableitung mitgeführt: wie sich der Wert mit \(x) ändert, über alle Größen \
      hinweg, die dazwischenliegen. Am Anfang steht \(start) und für alles andere, was gegeben ist, 0. Aus jeder Definition folgt \
      dann, wie sich die Ableitung aus denen davor ergibt.
      """
    case .found(let forward, let backward, let agree):
      agree
        ? "Der Vorwärtsmodus ergibt \(forward), der Rückwärtsmodus \(backward): dieselbe Zahl."
        : "\(strong: "Sie stimmen nicht überein"): Der Vorwärtsmodus ergibt \(forward), der Rückwärtsmodus \(backward)."
    case .operations:
      """
      Beide multiplizieren dieselben lokalen Gradienten, und der Vorwärtsmodus beginnt am anderen Ende. Die Tabelle zählt die \
      Multiplikationen und Additionen mit ihnen, auch die mit 1; die Werte und die lokalen Gradienten zu berechnen kostet in beiden \
      gleich viel.
      """
    case .cheaperMode:
      """
      Der Vorwärtsmodus braucht einen Durchlauf für jede Größe, nach der abgeleitet wird, der Rückwärtsmodus einen für jedes \
      Ergebnis: Bei einem Ergebnis und vielen Parametern, wie beim Lernen eines Netzes, ist der Rückwärtsmodus günstiger.
      """
    case .mode(let mode): mode.german
    case .allOfGradient(let count): "\(count == 2 ? "beide" : "alle \(count)") des Gradienten"
    case .columnOfMode: "Modus"
    case .columnOfSubject: "nach"
    case .multiplications: "Multiplikationen"
    case .additions: "Additionen"
    case .derivatives(let entry): "Die Ableitungen von \(entry)"
    case .nothingLeads(let entry): "Hier führt nichts zu \(entry)."
    case .wayBack(let entry): "Von \(entry) zurück:"
    case .onePass(let entry):
      "\(entry) ist eine einzige Zahl, also ergibt ein Durchlauf rückwärts alle Ableitungen davon."
    case .passes(let name, let count):
      """
      Backpropagation leitet eine einzige Zahl ab. \(name) besteht aus \(count) Zahlen, also gibt es \(count) Durchläufe rückwärts, \
      einen für jeden Eintrag: Jeder beginnt mit der Ableitung 1 dieses Eintrags nach sich selbst. Die lokalen Gradienten sind in allen \
      Durchläufen dieselben und stehen dort, wo sie zuerst gebraucht werden.
      """
    case .localGradients(let names):
      names.count == 1
        ? "Hier ist \(German.list(names.map { "\($0)" })) ein lokaler Gradient: Pfade durch andere Größen sind darin nicht enthalten."
        : "Hier sind \(German.list(names.map { "\($0)" })) lokale Gradienten: Pfade durch andere Größen sind darin nicht enthalten."
    case .jacobian: "Die Jacobi-Matrix"
    case .jacobianIs(let above, let below, let rows, let columns):
      """
      Die Jacobi-Matrix von \(above) nach \(below) hat das Format \(rows) × \(columns): eine Zeile für jeden Eintrag von \(above), \
      eine Spalte für jeden Eintrag von \(below). Jede Zahl ist die Ableitung des Eintrags ihrer Zeile nach dem Eintrag ihrer Spalte.
      """
    case .checkOfJacobian:
      """
      Dieselben Ableitungen, auf zwei andere Arten berechnet: im \(emphasis: "Vorwärtsmodus"), der keine Rückwärtspropagation \
      braucht, und als \(emphasis: "finite Differenzen"), mit einer Schranke für deren Fehler:
      """
    case .checkOfSecond:
      """
      Jede zweite Ableitung wird noch auf zwei andere Arten berechnet. Der \(emphasis: "Vorwärtsmodus") wird auf die \
      Rückwärtspropagation angewendet: Zu jedem Schritt der ersten Herleitung wird mitberechnet, wie er sich mit dem Parameter ändert. Die \
      \(emphasis: "finite Differenz") braucht keine zweite Herleitung: Der Parameter wird ein wenig vergrößert und verkleinert, \
      und die erste Ableitung wird neu berechnet. Die \(emphasis: "Fehlerschranke") sagt, wie weit die finite Differenz höchstens \
      von der wahren Ableitung entfernt ist. Sie gilt nur dann als Probe, wenn diese Schranke höchstens ein Millionstel der Ableitung \
      beträgt.
      """
    case .second: "Die zweite Ableitung"
    case .seconds: "Die zweiten Ableitungen"
    case .secondPass(let result):
      """
      Die bisherigen Schritte sind Rechnungen wie alle anderen: Werte, lokale Gradienten und Ableitungen ergeben sich auseinander. \
      Sie bilden also einen Graphen, und \(result) ist eine Zahl darin. Eine zweite Rückwärtspropagation beginnt bei \(result) und \
      geht durch alle diese Schritte zurück, nach derselben Regel: lokale Gradienten mal eingehende Gradienten, addiert, wenn etwas \
      mehrmals verwendet wird.
      """
    case .flatSigns(let names, let areMore, let isOnEdge): Self.flat(names, areMore, isOnEdge)
    case .secondAtKink(let slope, let by):
      """
      Hier liegt ein Knick: Keine einzelne Zahl sagt, wie sich \(slope) mit \(by) ändert. Die Prüfung enthält die Steigungen auf \
      beiden Seiten.
      """
    case .secondIsZero(let slope, let by):
      "Eine kleine Änderung von \(by) ändert \(slope) in erster Ordnung nicht."
    case .secondMeans(let slope, let by, let value):
      "Wird \(by) um einen kleinen Betrag geändert, so ändert sich \(slope) etwa um das Produkt aus \(value) und diesem Betrag."
    case .hessian: "Die Hesse-Matrix"
    case .hessianIs(let size, let pair):
      """
      Die Hesse-Matrix ist die Tabelle aller zweiten Ableitungen, hier \(size) × \(size): In Zeile i und Spalte j steht die Ableitung \
      nach Parameter j, noch einmal nach Parameter i abgeleitet.\
      \(pair.map { " Die Option --second leitet eine davon Zeile für Zeile her, zum Beispiel --second \($0)." } ?? "")
      """
    case .leftOut(let names, let others, let result):
      """
      \(result) hängt nicht von \
      \(German.list(names.map { "\($0)" } + (others > 0 ? ["\(others) weiteren Parametern"] : []))) ab: Die Ableitungen danach sind 0 \
      und werden hier weggelassen.
      """
    case .symmetric(let one, let other, let isOnly):
      """
      Die Matrix ist symmetrisch: \(isOnly ? "\(one) und \(other) sind" : "Zum Beispiel sind \(one) und \(other)") gleich, obwohl sie aus verschiedenen \
      Rückwärtsdurchläufen stammen. Es ist gleichgültig, nach welchem von zwei Parametern zuerst abgeleitet wird.
      """
    case .notSymmetric(let one, let other):
      """
      \(strong: "Die Matrix ist nicht symmetrisch"): \(one) und \(other) sind verschieden, also ist mindestens eine der beiden Zahlen \
      falsch oder ungenau.
      """
    case .newton: "Der Newton-Schritt"
    case .newtonIs(let result, let step, let h, let g, let isFromGivens, let curvesUpward):
      """
      Das Newton-Verfahren ersetzt \(result) durch die quadratische Funktion, die hier denselben Wert, denselben Gradienten und \
      dieselbe Hesse-Matrix hat, und geht zu dem Punkt, an dem der Gradient dieser Funktion 0 ist. Der Schritt \(step) löst \
      \(Equation(.matrixProduct([h, step]), [.init(.equals, .negative(g))])); dabei ist \(h) die Hesse-Matrix und \(g) der Gradient. \
      Eine Lernrate muss nicht gewählt werden.\
      \(isFromGivens ? " Der Schritt beginnt bei den gegebenen Zahlen." : "")\
      \(curvesUpward ? "" : " Hier ist \(result) nicht in jeder Richtung nach oben gekrümmt. Deshalb ist dieser Punkt kein Minimum der quadratischen Funktion, und der Schritt kann \(result) vergrößern.")
      """
    case .newtonInNumbers(let equations):
      "In Zahlen \(equations.count == 1 ? "lautet die Gleichung" : "lauten die Gleichungen") \(German.values(equations)):"
    case .noNewton:
      """
      Die Hesse-Matrix hat hier keine Inverse, also gibt es keinen Newton-Schritt: In mindestens einer Richtung ändert sich der \
      Gradient nicht.
      """
    case .parameter: "Parameter"
    case .value: "Wert"
    case .step: "Schritt"
    case .newValue: "neuer Wert"
    case .after(let result, let before, let after, let isExact, let outcome):
      """
      Vor dem Schritt ist \(before). Die Vorwärtspropagation mit den neuen Werten ergibt \(isExact ? "" : "etwa ")\
      \(Formula.number(after)): \(result) \(Self.word(outcome)).
      """
    case .notFinite(let result): "Mit den neuen Werten ist \(result) nicht endlich."
    }
  }

  private static func word(_ outcome: LearningPhrase.Outcome) -> Prose {
    switch outcome {
    case .decreased: "ist kleiner geworden"
    case .increased: "ist größer geworden"
    case .unchanged: "hat sich nicht geändert"
    }
  }

  private static func flat(_ names: [Formula], _ areMore: Bool, _ isOnEdge: Bool) -> Prose {
    let isOne = names.count == 1 && !areMore
    let list = German.list(names.map { "\($0)" } + (areMore ? ["anderen"] : []))
    let signs: Prose =
      isOne
      ? "Das Vorzeichen oder die Bedingung in \(list)" : "Die Vorzeichen oder die Bedingungen in \(list)"
    return isOnEdge
      ? "\(signs) \(isOne ? "springt" : "springen"), und hier liegt eine Größe genau auf einem solchen Sprung: Die erste Ableitung springt, und die zweite existiert nicht. Verwendet wird die Steigung 0."
      : "\(signs) \(isOne ? "ändert" : "ändern") sich bei einer kleinen Änderung nicht, also geht dort kein Gradient zurück."
  }
}

extension FurtherPhrase.Mode {
  fileprivate var german: Prose {
    switch self {
    case .forward: "vorwärts"
    case .backward: "rückwärts"
    case .forwardPasses(let count): "vorwärts, \(count) \(count == 1 ? "Durchlauf" : "Durchläufe")"
    case .backwardPass: "rückwärts, 1 Durchlauf"
    }
  }
}
