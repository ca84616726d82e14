import Formulas

extension ForwardPhrase {
  var german: Prose {
    switch self {
    case .chain(let biases):
      """
      Jedes Neuron multipliziert seine Eingabe mit seinem Gewicht\(Self.ofChain(biases)). Das Ergebnis ist seine \
      \(.weightedInput); seine Aktivierungsfunktion macht daraus seine Aktivierung.
      """
    case .layers(let biases):
      """
      Jedes Neuron addiert die Aktivierungen der Schicht davor, jede mit ihrem Gewicht multipliziert\(Self.ofLayers(biases)). \
      Die Summe ist seine \(.weightedInput); die Aktivierungsfunktion der Schicht macht daraus seine Aktivierung.
      """
    case .definitions(let equations):
      equations.isEmpty
        ? ""
        : "Dabei \(equations.count == 1 ? "ist" : "sind") \(German.values(equations))."
    case .rounding(let digits):
      """
      Ergebnisse sind auf \(digits) signifikante \(digits == 1 ? "Stelle" : "Stellen") gerundet. Exakte Zahlen können weniger Stellen haben. Reichen die gerundeten Zahlen nicht aus, um das Ergebnis einer Zeile zu erhalten, so zeigt die Zeile mehr von ihren Stellen. Wer eine Zeile mit den gezeigten Zahlen nachrechnet, erhält ihr Ergebnis bis auf eine Einheit der letzten Stelle.
      """
    case .fractions:
      "Alle Zahlen von den Eingaben bis zum Gradienten sind Brüche: Nichts ist gerundet, und jede Zeile gilt exakt."
    case .layer(let layer): "Schicht \(layer)."
    case .valuesOfLayer(let hasActivation):
      hasActivation ? "Die \(.weightedInput) und die Aktivierung:" : "Die \(.weightedInput):"
    case .cost: "Die \(.cost)."
    case .costCompares: "Sie vergleicht die Ausgabe mit dem Zielwert; ihr Wert ist eine einzige Zahl."
    case .inputs(let count):
      count == 1
        ? "\(strong: "Die Eingabe.") Sie ist in der Lektion gegeben, also ist nichts herzuleiten."
        : "\(strong: "Die Eingaben.") Sie sind in der Lektion gegeben, also ist nichts herzuleiten."
    case .printedAsEnd(let a, let end, let isSaturated):
      """
      \(isSaturated ? "Das Neuron ist gesättigt: " : "")\(a) erscheint gerundet als \(end), aber der genaue Wert liegt etwas \
      \(end == .integer(1) ? "unter" : "über") \(end).
      """
    case .roundingErrorOnly:
      "Dieser Wert besteht nur aus Rundungsfehlern. Er wird wie 0 behandelt, und dort hat die Aktivierungsfunktion ihren Knick."
    case .softmax:
      "Softmax macht aus den Werten \(.weightedInputLetter) der Schicht positive Zahlen, die zusammen 1 ergeben."
    case .otherTerms(let count, let hasBias):
      """
      (Lange Summen sind abgekürzt: Die letzte Zahl ist die Summe der übrigen \(count) Summanden\
      \(hasBias ? ", einschließlich des Bias" : "").)
      """
    case .otherTermsInParentheses:
      "(Lange Summen sind abgekürzt: Die letzte Zahl in der Klammer ist die Summe der übrigen Summanden.)"
    }
  }

  private static func ofChain(_ biases: Lesson.Biases) -> Prose {
    switch biases {
    case .ofAllLayers: " und addiert seinen Bias"
    case .ofSomeLayers: " und addiert seinen Bias, wenn es einen hat"
    case .none: ""
    }
  }

  private static func ofLayers(_ biases: Lesson.Biases) -> Prose {
    switch biases {
    case .ofAllLayers: ", und seinen Bias"
    case .ofSomeLayers: ", und seinen Bias, wenn es einen hat"
    case .none: ""
    }
  }
}
