import Backprop
import Formulas

extension OutputPhrase {
  var german: Prose {
    switch self {
    case .kind(let output):
      "\(output.dropout == nil ? "" : ", mit Dropout")\(output.hasSkip ? ", mit Skip-Verbindung" : "")"
    case .dropout(let dropout, let f, let isFirst):
      """
      \(strong: "Dropout.") Der Wert \(f) jedes Neurons dieser Schicht wird mit \(Self.factor(dropout)) multipliziert. Dabei ist \
      \(Self.mask) gleich 1 für ein Neuron, das behalten wird, mit der Wahrscheinlichkeit \(Formula.number(dropout.keep)), und \
      gleich 0 für eines, das weggelassen wird. \(Self.list(dropout.masks))\
      \(isFirst ? " Durch die Division ist der Erwartungswert über die Masken gleich der Aktivierung ohne Dropout." : "")
      """
    case .skip(let isFirst):
      isFirst
        ? "\(strong: "Skip-Verbindung.") Zum Wert jedes Neurons dieser Schicht wird die Aktivierung des Neurons addiert, das in der Schicht davor dieselbe Nummer hat. So führt ein zweiter Pfad von der Schicht davor an dieser Schicht vorbei."
        : "\(strong: "Skip-Verbindung.") Jede Aktivierung der Schicht davor wird zum Wert des Neurons mit derselben Nummer addiert."
    case .slope(let dropout):
      "Dropout multipliziert die Steigung mit \(Self.factor(dropout)): Durch ein weggelassenes Neuron kommt nichts zurück."
    case .isDropped(let a): "Das Neuron ist weggelassen: \(a) hängt nicht von seiner \(.weightedInput) ab."
    case .masks(let masks, let examples):
      "\(masks) enthält die Maske einer Schicht\(examples > 1 ? ", eine Spalte für jedes Beispiel" : "")."
    case .skips: "Eine Skip-Verbindung addiert die Aktivierungen der Schicht davor."
    case .skipBack(let upstream):
      "Über die Skip-Verbindung kommt \(upstream) unverändert zu denselben Neuronen zurück."
    }
  }

  private static func list(_ masks: [[Bool]]) -> Prose {
    guard areListed(masks), let first = masks.first else {
      guard masks.count == 1, let mask = masks.first else { return "Jedes Beispiel hat seine eigene Maske." }
      let dropped = mask.count { !$0 }
      return "Hier \(dropped == 1 ? "wird" : "werden") \(dropped) von \(mask.count) Neuronen weggelassen."
    }
    func entries(_ mask: [Bool]) -> Prose {
      Prose(stringLiteral: mask.map { $0 ? "1" : "0" }.joined(separator: ", "))
    }
    if masks.count == 1 { return "Vom ersten bis zum letzten Neuron ist die Maske hier \(entries(first))." }
    let all = masks.enumerated().map { x, mask -> Prose in "\(entries(mask)) in Beispiel \(x + 1)" }
    return "Vom ersten bis zum letzten Neuron ist die Maske \(German.row(all, ";"))."
  }
}
