import Backprop
import Formulas

extension ProductPhrase {
  var german: Prose {
    switch self {
    case .whole(let w, let cost):
      """
      Ganz ausgeschrieben hat die Ableitung von \(cost) nach dem ersten Gewicht einen Faktor für jeden Schritt von \(w) bis \
      \(cost):
      """
    case .wholeWithShortForm(let cost, let error):
      """
      Ganz ausgeschrieben ist die Ableitung von \(cost) nach dem ersten Gewicht dieses Produkt; sein letzter Faktor \(error) \
      ist die \
      kurze Form von oben:
      """
    case .slopes(let count, let factors, let activation, let from, let to):
      """
      Von diesen \(factors) Faktoren \(count == 1 ? "ist \(count) eine Steigung" : "sind \(count) Steigungen") \
      \(Self.kind(activation)); hier \(Self.range(count, from, to)). Jeder Schritt zurück von einer Aktivierung zur vorigen multipliziert mit einer Steigung und einem Gewicht.
      """
    case .vanishing(let sizes):
      """
      In diesem Netz wird die Ableitung der \(.cost) nach der Aktivierung mit jeder Schicht des Rückwegs betragsmäßig kleiner\
      \(Self.list(sizes)). Ist der Betrag von Steigung mal Gewicht in vielen Schichten kleiner als 1, so werden die Ableitungen \
      nach den Parametern der ersten Schichten sehr klein. Das ist der verschwindende Gradient: Die ersten Schichten lernen langsam.
      """
    case .sizes:
      """
      Der Betrag der Ableitung nach dem Gewicht jeder Schicht, von der letzten Schicht bis zur ersten. Die Skala ist \
      logarithmisch: \
      Ein Faktor 10 hat immer dieselbe Länge.
      """
    case .titleOfSizes: "Der Betrag der Ableitung nach dem Gewicht jeder Schicht"
    case .sizeOfLayer(let layer): "Schicht \(layer)"
    case .paths(let w, let count):
      """
      Von \(w) zur \(.cost) \(count == 1 ? "gibt es einen Pfad" : "gibt es \(count) Pfade"). Entlang jedes Pfads werden die \
      Faktoren \
      multipliziert:
      """
    case .sumOverPaths: "Die Ableitung ist die Summe über die Pfade:"
    }
  }

  private static func kind(_ activation: Activation?) -> Prose {
    guard let activation, let most = activation.words.steepest else { return "von Aktivierungsfunktionen" }
    return "der \(ActivationPhrase.function(activation).german) (höchstens \(most.digits))"
  }

  private static func list(_ sizes: [Size]) -> Prose {
    sizes.isEmpty
      ? "" : ": \(German.series(sizes.map { "\(Formula.number($0.value)) in Schicht \($0.layer)" }))"
  }

  private static func range(_ count: Int, _ from: Numeral, _ to: Numeral) -> Prose {
    from == to
      ? "\(count == 1 ? "ist sie" : "sind sie alle") \(Formula.number(from))"
      : "liegen sie zwischen \(Formula.number(from)) und \(Formula.number(to))"
  }
}
