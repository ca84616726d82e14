import Formulas

extension TotalPhrase {
  var german: Prose {
    switch self {
    case .penalty(let r, let penalty, let examples):
      """
      Der Strafterm \(r) wird zur \(.cost) addiert und wächst mit dem Betrag jedes Gewichts. Jedes Gewicht beeinflusst die \
      \(.cost) also auf einem weiteren Pfad, direkt über \(r). Die Biases kommen in \(r) nicht vor. \
      \(Self.terms(penalty, examples))
      """
    case .penaltyTerms(let penalty, let examples): Self.terms(penalty, examples)
    case .penaltySlopes(let penalty, let examples):
      "\(strong: "Wie sich der Strafterm mit jedem Gewicht ändert.") \(Self.slopes(penalty, examples))"
    case .weightIsZero(let w):
      """
      \(w) ist 0. Dort hat der Betrag einen Knick: Seine Steigung ist −1 darunter und 1 darüber. Per Konvention wird 0 verwendet.
      """
    case .cost: "Die \(.cost)."
    case .parts(let parts):
      parts.examples > 1
        ? "Die gesamte \(.cost) ist \(parts.isSum ? "die Summe" : "der Mittelwert") der \(.costs) der Beispiele\(parts.hasPenalty ? ", plus der Strafterm" : "")."
        : "Die gesamte \(.cost) ist die Summe aus der \(.cost) des Beispiels und dem Strafterm."
    case .shares(let parts):
      "\(strong: "Wie sich die gesamte \(.cost) mit ihren Teilen ändert.") \(Self.factors(parts))"
    case .inside(let letters, let total, let own):
      """
      Der Strafterm hängt nicht von \
      \(letters.dropFirst().reduce(letters.first.map { "\($0)" } ?? "") { "\($0) oder \($1)" }) ab, also sind die Ableitungen \
      von \
      \(total) nach diesen Größen gleich denen von \(own).
      """
    case .derivatives(let total, let own, let penalty, let examples):
      "\(strong: "Die Ableitungen.") \(Self.paths(total, own, penalty, examples))"
    case .otherExamples(let count, let areSomeNotDerived):
      switch (count > 0, areSomeNotDerived) {
      case (true, true): "(\(Self.rest(count)) \(Self.notDerived))"
      case (true, false): "(\(Self.rest(count)))"
      case (false, true): "(\(Self.notDerived))"
      case (false, false): ""
      }
    case .signsDiffer(let differing): Self.cancelling(differing, in: "im Mittelwert")
    case .signsDifferInSum(let differing): Self.cancelling(differing, in: "in der Summe")
    }
  }

  private static func cancelling(_ differing: Differing, in total: Prose) -> Prose {
    """
    Bei \(Self.which(differing)) haben die Ableitungen der Beispiele verschiedene Vorzeichen und heben sich deshalb \(total) \
    teilweise auf.
    """
  }

  private static func terms(_ penalty: Lesson.Penalty?, _ examples: Int) -> Prose {
    let l2 = penalty?.l2.map { Formula.number($0) / .integer(2) }
    let l1 = penalty?.l1.map { Formula.number($0) }
    let squares: Prose? = l2.map { "\($0) mal die Summe der Quadrate der Gewichte" }
    let sizes: Prose? = l1.map { "\($0) mal die Summe der Beträge der Gewichte" }
    let parts = [squares, sizes].compactMap { $0 }
    let sum = parts.dropFirst().reduce(parts.first ?? "") { "\($0) plus \($1)" as Prose }
    return
      "Der Strafterm ist \(sum)\(examples > 1 ? ", das Ganze geteilt durch die Anzahl der Beispiele" : "")."
  }

  private static func slopes(_ penalty: Lesson.Penalty?, _ examples: Int) -> Prose {
    let sizes: Prose =
      "hat das Vorzeichen des Gewichts (sign ist 1 über 0 und −1 darunter) und für alle Gewichte außer 0 denselben Betrag."
    guard let l2 = penalty?.l2 else { return penalty?.l1 == nil ? "" : "Die Ableitung \(sizes)" }
    guard penalty?.l1 == nil else {
      return "Der erste Term ist proportional zum Gewicht; der zweite \(sizes)"
    }
    let factor = decay(l2, examples)
    return """
      Die Ableitung ist proportional zum Gewicht: Für sich allein multipliziert sie bei einem Schritt des Gradientenabstiegs \
      jedes \
      Gewicht mit demselben Faktor \(factor).
      """
  }

  private static func factors(_ parts: Parts) -> Prose {
    if parts.isSum, parts.examples > 1 { return "Jeder Teil einer Summe hat den Faktor 1." }
    return parts.examples > 1
      ? "Die \(.cost) jedes Beispiels hat im Mittelwert den Faktor \(.integer(1) / .integer(parts.examples)), also ist die Ableitung für jedes Beispiel dieselbe\(parts.hasPenalty ? "; der Strafterm hat den Faktor 1" : "")."
      : "Sie ist die Summe aus beiden, also sind beide Ableitungen 1."
  }

  private static func paths(_ total: Formula, _ own: Formula, _ penalty: Formula?, _ examples: Int) -> Prose {
    let start: Prose =
      examples > 1
      ? "Ein Parameter beeinflusst \(total) über die \(.cost) jedes Beispiels\(penalty == nil ? "" : ", ein Gewicht außerdem über den Strafterm")."
      : "Ein Gewicht beeinflusst \(total) über \(own)\(penalty.map { " und über \($0)" } ?? "")."
    return "\(start) Nach der Kettenregel werden die Beiträge addiert."
  }

  private static func rest(_ count: Int) -> Prose {
    "Die letzte Zahl in der Klammer ist die Summe über die übrigen \(count) Beispiele."
  }

  private static let notDerived: Prose =
    "Die Ableitungen der Beispiele, die nicht gezeigt werden, sind genauso berechnet."

  private static func which(_ differing: Differing) -> Prose {
    switch differing {
    case .one(let parameter): "\(parameter)"
    case .all: "jedem dieser Parameter"
    case .some(let count, let first): "\(count) dieser Parameter (der erste ist \(first))"
    }
  }
}
