import Formulas

extension NotebookPhrase {
  var german: Prose {
    switch self {
    case .introduction:
      """
      Jede Codezelle rechnet die Zeilen über ihr mit allen Stellen nach und prüft mit assert, dass die gedruckten Zahlen auf eine \
      Einheit ihrer letzten Stelle stimmen. Die Indizes sind die des Textes: \(code: "w2[1, 3]") führt von Neuron 3 zu Neuron 1.
      """
    case .givens: "Die Zahlen, die die Lektion vorgibt, in Python:"
    case .library: "Dasselbe in PyTorch, das den Gradienten selbst berechnet:"
    case .noLibrary: "PyTorch ist nicht installiert."
    }
  }
}
