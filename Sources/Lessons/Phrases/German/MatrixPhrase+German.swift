import Backprop
import Formulas

extension MatrixPhrase {
  var german: Prose {
    switch self {
    case .introduction(let letters, let examples): Self.introduction(letters, examples)
    case .forward: "Vorwärtspropagation"
    case .backward: "Rückwärtspropagation"
    case .products(let letters, let examples, let hasFunctions, let hasSoftmax):
      """
      Eine Zeile von \(letters.weights) mal \(examples > 1 ? "eine Spalte von" : "die Spalte") \(letters.activations) ist die \
      gewichtete Summe eines \
      Neurons\(examples > 1 ? " für ein Beispiel" : "").\(letters.biases.map { examples > 1 ? " \($0) wird zu jeder Spalte addiert." : " Dann wird \($0) addiert." } ?? "")\(Self.functions(hasFunctions, hasSoftmax, examples))
      """
    case .lastErrors: "\(strong: "Die Fehler der letzten Schicht.")"
    case .slopesOfCost(let nabla, let examples):
      """
      \(examples > 1 ? "Jede Spalte von \(nabla) enthält die Ableitungen der \(.cost) ihres eigenen Beispiels, nicht der gesamten \(.cost)," : "\(nabla) enthält die Ableitungen der \(.cost)") nach den Ausgaben.
      """
    case .elementwise(let slope, let activation):
      Prose.sentences([
        "⊙ multipliziert Eintrag für Eintrag: jede Ableitung mit der Steigung \(slope) desselben Neurons.",
        ActivationPhrase.slopeName(activation).german,
      ])
    case .elementwiseSign: "⊙ multipliziert Eintrag für Eintrag."
    case .divided:
      "Im Bruch unten wird jeder Eintrag des Zählers durch den Eintrag des Nenners an derselben Stelle geteilt."
    case .jacobian(let j, let product, let errors, let slopes, let examples):
      """
      Jede Ausgabe hängt von jedem \(.weightedInputLetter) ab, also bilden die Steigungen eine Matrix, die Jacobi-Matrix \(j): \
      In \
      Zeile i und Spalte j steht die Ableitung von Ausgabe i nach \(.weightedInput) j. Die Fehler sind deshalb ein \
      Matrixprodukt. Sein erster Faktor ist die Transponierte von \(j), weil über die Ausgaben summiert wird, und die Ausgaben sind die Zeilen \
      von \(j). Bei Softmax ist die Transponierte dieselbe Matrix.\
      \(examples > 1 ? " Jedes Beispiel hat sein eigenes \(j): Seine Spalte von \(errors) ist \(product), wobei \(slopes) nur für seine Spalte steht." : "")
      """
    case .identity(let errors, let equal):
      "Die Aktivierungsfunktion ist die Identität, also ist jede Steigung 1, und \(errors) ist gleich \(equal)."
    case .slopeName(let activation): ActivationPhrase.slopeName(activation).german
    case .cancels(let cancelled, let isShown):
      isShown
        ? "Wie zuvor kürzt sich \(Self.part(cancelled)) des Produkts:"
        : "Wie zuvor kürzt sich \(Self.part(cancelled)) des Produkts; die Zahlen sind mit der kurzen Form berechnet."
    case .back(let layer): "\(strong: "Von Schicht \(layer) zurück zu Schicht \(layer - 1).")"
    case .transposed(let product, let layer, let width, let next, let columns):
      """
      Die Zeilen der Transponierten sind die Spalten der Matrix: Zeile k der Transponierten enthält die Gewichte, die aus Neuron k von Schicht \(layer - 1) herausführen. Zeile k von \(product) \(columns > 1 ? "enthält also die Ableitungen" : "ist also die Ableitung") nach der \
      Aktivierung dieses Neurons\(columns > 1 ? ", eine für jedes Beispiel" : "")\
      \(next > 1 ? columns > 1 ? ", jede eine Summe über die Pfade von ihm aus" : ", eine Summe über die Pfade von ihm aus" : ""). \
      Die Formate sind [\(width) × \(next)] mal [\(next) × \(columns)].
      """
    case .biases(let errors, let ones, let examples):
      examples > 1
        ? "\(strong: "Die Biases.") \(ones) ist eine Spalte aus \(examples) Einsen: \(.matrixProduct([errors, ones])) addiert jede Zeile über die Beispiele, und der Faktor \(.integer(1) / .integer(examples)) macht aus der Summe einen Mittelwert."
        : "\(strong: "Die Biases.") Die Ableitungen nach den Biases sind die Fehler."
    case .addedBiases(let errors, let ones, let examples):
      "\(strong: "Die Biases.") \(ones) ist eine Spalte aus \(examples) Einsen: \(.matrixProduct([errors, ones])) addiert jede Zeile über die Beispiele."
    case .weights(let examples, let penalty):
      """
      \(strong: "Die Gewichte.") \(Self.entries(examples))\
      \(penalty.map { " \($0) enthält die Ableitungen des Strafterms." } ?? "")
      """
    }
  }

  private static func functions(_ others: Bool, _ softmax: Bool, _ examples: Int) -> Prose {
    let column: Prose = examples > 1 ? "jede ganze Spalte" : "die ganze Spalte"
    return switch (others, softmax) {
    case (true, true):
      " Softmax wird auf \(column) der letzten Schicht angewendet, die anderen Aktivierungsfunktionen auf jeden Eintrag einzeln."
    case (true, false): " Die Aktivierungsfunktion wird auf jeden Eintrag einzeln angewendet."
    case (false, true): " Softmax wird auf \(column) angewendet."
    case (false, false): ""
    }
  }

  private static func introduction(_ letters: Letters, _ examples: Int) -> Prose {
    let start: Prose =
      """
      Dieselbe Rechnung mit Matrizen: eine Gleichung für eine ganze Schicht\(examples > 1 ? " und alle Beispiele" : ""). \(letters.weights) enthält die Gewichte einer \
      Schicht: eine Zeile für jedes Neuron und \
      eine Spalte für jedes Neuron der Schicht davor.
      """
    let shape: Prose = "Das Format jeder Matrix steht in eckigen Klammern, die Anzahl der Zeilen zuerst."
    let (z, a, delta) = (letters.weightedInputs, letters.activations, letters.errors)
    guard examples > 1 else {
      let columns = German.list(
        ([letters.biases, z, a].compactMap { $0 }).map { "\($0)" } + ["die Fehler \(delta)"])
      return """
        \(start) \(columns) (die Ableitungen \(letters.error) von oben) sind Spalten mit einem Eintrag für jedes Neuron. \(shape)
        """
    }
    let bias: Prose =
      letters.biases.map { " \($0) ist eine Spalte mit einem Eintrag für jedes Neuron." } ?? ""
    return """
      \(start)\(bias) \(z), \(a) und die Fehler \(delta) haben eine Zeile für jedes Neuron und eine Spalte für jedes der \
      \(examples) Beispiele. Jede Spalte von \(delta) gehört zur \(.cost) ihres eigenen Beispiels: Die erste enthält \
      \(letters.error). \(shape)
      """
  }

  private static func part(_ cancelled: Cancelled) -> Prose {
    switch cancelled {
    case .logistic, .meanLogistic, .logisticLikelihood, .softmax: "der größte Teil"
    case .binarySoftmax: "ein Teil"
    }
  }

  private static func entries(_ examples: Int) -> Prose {
    examples > 1
      ? "Jeder Eintrag des Produkts ist die Summe von Fehler mal Aktivierung über die Beispiele."
      : "Eine Spalte mal eine Zeile ist eine Matrix: In Zeile j und Spalte k steht der Fehler von Neuron j mal die Aktivierung von Neuron k der Schicht davor."
  }
}
