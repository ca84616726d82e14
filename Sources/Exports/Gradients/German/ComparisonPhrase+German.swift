import Formulas

extension ComparisonPhrase {
  var german: Prose {
    switch self {
    case .agree(let count):
      """
      \(count == 1 ? "Die eine Ableitung stimmt" : "Alle \(count) Ableitungen stimmen") überein, soweit es die Genauigkeit der \
      Zahlen in der Datei zulässt.
      """
    case .missing(let arrays): "In der Datei fehlen Ableitungen nach \(list(arrays))."
    case .differ(let arrays, let count, let all):
      "\(count) von \(all) Ableitungen weichen ab: die nach \(list(arrays))."
    case .sumOfExamples(let n):
      "Jede ist das \(n)-Fache der Ableitung der Lektion: Die Datei hat die Summe über die \(n) Beispiele, die Lektion ihren Mittelwert."
    case .meanOfExamples(let n):
      "Die der Lektion ist \(n)-mal so groß: Die Datei hat den Mittelwert über die \(n) Beispiele, die Lektion ihre Summe."
    case .meanOfOutputs(let k):
      "Die der Lektion ist \(k)-mal so groß: Die Kosten der Datei sind ein Mittelwert über die \(k) Ausgaben, die der Lektion eine Summe."
    case .sumOfOutputs(let k):
      "Jede ist das \(k)-Fache der Ableitung der Lektion: Die Kosten der Datei sind eine Summe über die \(k) Ausgaben, die der Lektion ein Mittelwert."
    case .meanOfBoth(let nk):
      "Die der Lektion ist \(nk)-mal so groß: Die Kosten der Datei sind ein Mittelwert über Beispiele und Ausgaben."
    case .sumOfBoth(let nk):
      "Jede ist das \(nk)-Fache der Ableitung der Lektion: Die Kosten der Datei sind eine Summe über Beispiele und Ausgaben."
    case .half:
      "Jede ist die Hälfte der Ableitung der Lektion: Die Kosten der Datei haben einen Faktor ½, oder der Faktor 2 eines Quadrats fehlt."
    case .double:
      "Jede ist das Doppelte der Ableitung der Lektion: Die Kosten der Lektion haben einen Faktor ½, die der Datei nicht."
    case .negative: "Jede hat das andere Vorzeichen."
    case .transposed(let arrays):
      """
      Alle Ableitungen stimmen überein, wenn Zeilen und Spalten von \(list(arrays)) vertauscht werden: Die Datei hat sie wie Keras und \
      Flax als [Eingaben, Ausgaben]. Eine Lektion nimmt solche Gewichte mit \(code: "\"layout\": \"inputs-first\"").
      """
    case .decay(let number, onBiases: false):
      "Zu jeder Ableitung nach einem Gewicht kommt das \(Formula.number(number))-Fache des Gewichts: Weight Decay oder der Strafterm der Lektion."
    case .decay(let number, onBiases: true):
      """
      Zu jeder Ableitung kommt das \(Formula.number(number))-Fache des Parameters, auch bei den Biases: Weight Decay; der \
      Strafterm einer Lektion betrifft nur die Gewichte.
      """
    case .unexplained: "Keine der hier bekannten Konventionen erklärt alle."
    }
  }

  private func list(_ names: [String]) -> Prose { .list(names.map { Prose([.code($0)]) }) }
}
