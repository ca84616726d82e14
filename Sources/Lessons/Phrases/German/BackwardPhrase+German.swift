import Backprop
import Formulas

extension BackwardPhrase {
  var german: Prose {
    switch self {
    case .lead(let lead): lead.german
    case .chain:
      """
      Die Rückwärtspropagation beginnt bei der \(.cost) und geht durch die Schichten zurück. Jeder neue Faktor ist ein lokaler \
      Gradient: Ändert sich eine Größe ein wenig, so ist er das Verhältnis der Änderung der nächsten Größe zu dieser Änderung.
      """
    case .layers(let hasSeveralPaths):
      "Die Rückwärtspropagation geht von der \(.cost) durch die Schichten zurück. \(Self.paths(hasSeveralPaths))"
    case .smallChange(let w, let z, let a, let c):
      """
      Eine kleine Änderung von \(w) ändert \(z), die Änderung von \(z) ändert \(a), und die Änderung von \(a) ändert \(c). Die \
      Kettenregel multipliziert die drei Ableitungen:
      """
    case .upstream(let value, let layer, let isLast):
      """
      Der eingehende Gradient dieser Schicht, die Ableitung nach ihrer Aktivierung, ist von Schicht \(layer) bekannt: \
      \(value). Die Schritte sind dieselben wie in Schicht \(layer)\
      \(isLast ? ", aber davor liegt keine Schicht, und die Ableitung nach der Eingabe wird nicht gebraucht" : "").
      """
    case .errorOfOutput(let error, let isRepeated):
      """
      Das Produkt dieser beiden Ableitungen ist die Ableitung der \(.cost) nach der \(.weightedInput). Man nennt es den Fehler \
      \(error: error) des Neurons.\
      \(isRepeated ? " Jede weitere Ableitung der \(.cost) in dieser Schicht endet mit diesen beiden Faktoren, also mit \(error: error)." : "")
      """
    case .errorOfLayer: "Der Fehler eines Neurons ist wie zuvor seine Steigung mal sein eingehender Gradient."
    case .errorsOfLayer(let error, let isSoftmax):
      """
      Der Fehler \(error: error) eines Neurons ist die Ableitung der \(.cost) nach seiner \(.weightedInput): \
      \(isSoftmax ? "die Summe der Produkte aus Steigung und eingehendem Gradienten über alle Ausgaben" : "das Produkt aus der Steigung und der Ableitung nach der Aktivierung (dem eingehenden Gradienten)").
      """
    case .cancelled(let cancelled, let a, let y, let slope):
      "\(Self.rest(cancelled, a, y, slope)) Wird eine Ausgabe auf \(cancelled.hasOneInDenominator ? "0 oder 1" : "0") gerundet, so wird in der Rechnung oben durch 0 geteilt, in dieser kurzen Form nicht."
    case .shortForm: "Die kurze Form:"
    case .targetsAddUp(let difference, let count):
      count == 1
        ? "Die Zielwerte ergeben zusammen 1, also ist der Fehler \(difference)."
        : "Die Zielwerte ergeben zusammen 1, also ist jeder Fehler die Differenz von Ausgabe und Zielwert, zum Beispiel \(difference)."
    case .tooLarge(let hasShortForm):
      hasShortForm
        ? "Dieser Wert ist für doppelte Genauigkeit zu groß. Er wird nicht gebraucht, denn die kurze Form unten kommt ohne ihn aus."
        : "Dieser Wert ist für doppelte Genauigkeit zu groß."
    case .weight(let w, let z, let a):
      """
      Das Gewicht wird mit \(a) multipliziert, also ist die Ableitung von \(z) nach \(w) gleich \(a). Wenn \(a) gleich 0 ist, \
      ändert sich \(z) mit dem Gewicht nicht.
      """
    case .bias(let b, let z):
      """
      Der Bias wird ohne Faktor addiert, also ist die Ableitung von \(z) nach \(b) gleich 1, und die Ableitung der \(.cost) ist \
      gleich dem Fehler δ.
      """
    case .neuronBefore(let a, let z, let w, let layer):
      """
      Seine Aktivierung \(a) wird mit \(w) multipliziert, also ist die Ableitung von \(z) nach \(a) gleich \(w).\
      \(Self.passing(layer))
      """
    case .weightAgain(let a, let isInput): "Es wird mit \(isInput ? "der Eingabe " : "")\(a) multipliziert."
    case .biasAgain: "Er wird ohne Faktor addiert."
    case .neuronBeforeAgain(let w, let layer):
      layer > 1
        ? "Seine Aktivierung wird mit \(w) multipliziert.\(Self.passing(layer))"
        : "Sie wird mit \(w) multipliziert."
    case .weights:
      """
      Die Ableitung einer \(.weightedInput) nach einem Gewicht ist die Aktivierung, mit der das Gewicht multipliziert wird. Die \
      Ableitung der \(.cost) ist das Produkt aus dieser Aktivierung und dem Fehler des Neurons, zu dem das Gewicht führt.
      """
    case .biases:
      "Ein Bias wird ohne Faktor addiert, also ist die Ableitung der \(.cost) gleich dem Fehler seines Neurons."
    case .layerBefore(let layer, let neurons, let hasSkip):
      """
      Jede\(layer > 1 ? "s ihrer Neuronen" : " von ihnen") beeinflusst die \(.cost) über \
      \(German.all(neurons, "das eine Neuron", "Neuronen")) von Schicht \(layer)\
      \(hasSkip ? " und über die Skip-Verbindung, die daran vorbeiführt" : "")\
      \(neurons > 1 || hasSkip ? ": ein Produkt für jeden Pfad, dann die Summe" : "").\
      \(hasSkip ? " Der lokale Gradient der Skip-Verbindung ist 1." : "")
      """
    case .weightsAgain: "Jede Ableitung ist wie zuvor Aktivierung mal Fehler."
    case .biasesAgain: "Jede Ableitung ist gleich dem Fehler des zugehörigen Neurons."
    case .weightBetween: "Der lokale Gradient ist das Gewicht zwischen den beiden Neuronen."
    }
  }

  private static func paths(_ areSeveral: Bool) -> Prose {
    areSeveral
      ? "Die Aktivierung eines Neurons ist eine Eingabe jedes Neurons der nächsten Schicht: Hat diese Schicht mehrere Neuronen, so beeinflusst die Aktivierung die \(.cost) entlang mehrerer Pfade. Entlang jedes Pfads werden die lokalen Gradienten multipliziert; die Ableitung ist die Summe über die Pfade."
      : "Jeder Faktor ist ein lokaler Gradient: Ändert sich eine Größe ein wenig, so ist er das Verhältnis der Änderung der nächsten Größe zu dieser Änderung. Die Faktoren auf dem Weg von einem Parameter zur \(.cost) werden multipliziert."
  }

  private static func passing(_ layer: Int) -> Prose {
    layer > 1
      ? " Die Ableitung der \(.cost) nach dieser Aktivierung ist der eingehende Gradient von Schicht \(layer - 1)."
      : ""
  }

  private static func rest(_ cancelled: Cancelled, _ a: Formula, _ y: Formula, _ slope: Formula) -> Prose {
    let rest = .integer(1) - a
    return switch cancelled {
    case .logistic:
      """
      Bei der Sigmoidfunktion mit der binären Kreuzentropie kürzt sich das meiste in diesem Produkt: Als ein einziger Bruch hat \
      \(slope) den Zähler \(a - y) und den Nenner \(a * rest). Dieser Nenner ist die Steigung der Sigmoidfunktion; es bleibt die \
      Differenz \(a - y).
      """
    case .meanLogistic:
      "Bei der Sigmoidfunktion mit dem Mittelwert binärer Kreuzentropien kürzt sich das meiste in diesem Produkt: Es bleibt die Differenz \(a - y), geteilt durch die Anzahl der Ausgaben."
    case .logisticLikelihood:
      "Bei der Sigmoidfunktion mit der Kreuzentropie kürzt sich das meiste in diesem Produkt: Es bleibt \(-(y * rest))."
    case .softmax:
      "Bei Softmax mit der Kreuzentropie hat jede Steigung ihre Ausgabe als Faktor, und die Ableitung der \(.cost) nach dieser Ausgabe hat die Ausgabe als Nenner: Beide kürzen sich. Für jedes Neuron bleibt seine Ausgabe mal die Summe der Zielwerte, minus seinen Zielwert."
    case .binarySoftmax:
      "Bei Softmax mit der binären Kreuzentropie kürzen sich die Divisionen durch \(a); die durch \(rest) bleiben."
    }
  }
}

extension BackwardPhrase.Lead {
  fileprivate var german: Prose {
    switch self {
    case .costWithOutput(let count):
      "Wie sich die \(.cost) mit \(count == 1 ? "der Ausgabe" : "jeder Ausgabe") ändert."
    case .outputWithInput: "Wie sich die Ausgabe mit ihrer \(.weightedInput) ändert."
    case .activationWithInput: "Wie sich die Aktivierung mit ihrer \(.weightedInput) ändert."
    case .activationsWithInputs(let isSoftmax):
      isSoftmax
        ? "Wie sich jede Ausgabe mit jeder \(.weightedInput) ändert."
        : "Wie sich jede Aktivierung mit ihrer \(.weightedInput) ändert."
    case .error: "Der Fehler δ."
    case .errors(let count): count == 1 ? "Der Fehler δ." : "Die Fehler δ."
    case .weight: "Das Gewicht."
    case .bias: "Der Bias."
    case .neuronBefore: "Das Neuron davor."
    case .input: "Die Eingabe."
    case .weights: "Die Gewichte."
    case .biases(let count): count == 1 ? "Der Bias." : "Die Biases."
    case .layerBefore(let layer): layer > 1 ? "Zurück zu Schicht \(layer - 1)." : "Zurück zu den Eingaben."
    case .inputsWithActivations: "Wie sich jede \(.weightedInput) mit den Aktivierungen davor ändert."
    }
  }
}
