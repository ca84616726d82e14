import Formulas

extension MistakePhrase {
  static func germanHint(_ mistake: Mistake) -> Prose {
    switch mistake {
    case .missingBias: "Welcher Summand gehört außer den gewichteten Eingaben zu z?"
    case .biasSubtracted: "Wird der Bias zur gewichteten Summe addiert oder von ihr abgezogen?"
    case .transposedForward, .transposedGradient:
      "Der erste Index von w_jk ist das Neuron, zu dem das Gewicht führt, der zweite das Neuron, von dem es kommt."
    case .zForA: "Welche Größe ist die Ausgabe eines Neurons: z oder a?"
    case .inputsExchanged: "Welches Gewicht gehört zu welcher Eingabe?"
    case .missingActivation: "Welche Funktion führt von z zu a?"
    case .wrongActivation: "Welche Aktivierungsfunktion hat diese Schicht?"
    case .notDivided: "Durch welche Zahl teilt Dropout den Wert eines behaltenen Neurons?"
    case .maskIgnored: "Was gibt ein Neuron weiter, wenn seine Maske 0 ist?"
    case .skipLeftOut: "Welcher Pfad führt an den Neuronen dieser Schicht vorbei?"
    case .exponentSign:
      "σ(z) soll nahe bei 1 liegen, wenn z groß und positiv ist: Welches Vorzeichen braucht der Exponent?"
    case .missingFactor2: "Was ist die Ableitung von (a − y)² nach a?"
    case .halfConvention: "Hat die \(.cost) dieser Lektion den Faktor ½?"
    case .signOfError: "Wird die \(.cost) größer oder kleiner, wenn die Ausgabe ein wenig wächst?"
    case .extraInnerFactor: "Was ist die Ableitung von y − a nach a?"
    case .squareKept: "Welche Potenz von a − y steht in der Ableitung von (a − y)²?"
    case .costNotSquared: "Welche Potenz von a − y steht in der \(.cost)?"
    case .meanOverOutputs: "Ist die \(.cost) die Summe über die Ausgaben oder ihr Mittelwert?"
    case .wrongTarget: "Welcher Zielwert gehört zu dieser Ausgabe?"
    case .wrongLogBase:
      "ln ist der Logarithmus zur Basis e: Welche Basis hat die Funktion, die du verwendet hast?"
    case .sigmaPrimeAtA:
      "Bei welchem Wert wird die Steigung genommen: Hast du die Aktivierungsfunktion zweimal angewendet?"
    case .sigmaPrimeOfZ: "Welche Größe gehört in diese Formel für die Steigung: a oder z?"
    case .sigmaPrimeOfZInTanh:
      "Die Steigung von tanh ist 1 − a² mit a = tanh z: Welcher Wert steht in deiner Formel?"
    case .sigmaForSigmaPrime: "Ist das der Wert der Aktivierungsfunktion oder ihre Steigung?"
    case .slopeTimesZ: "∂a/∂z ist allein die Steigung: Warum steht da ein Faktor z?"
    case .tanhPrime: "Die Steigung von tanh bei z = 0 ist 1: Ergibt das auch deine Formel?"
    case .tanhPrimeWithoutSquare:
      "Die Steigung von tanh ist 1 − a² und nicht 1 − a: Welche Potenz von a steht in deiner Formel?"
    case .reluPrime: "Ist z hier größer oder kleiner als 0, und welche Steigung hat ReLU dort?"
    case .softmaxDiagonal:
      "Bei Softmax hängt jede Ausgabe von jedem z ab: Welche Steigungen außer ∂a_j/∂z_j sind nicht 0?"
    case .missingSlopeOfOutput: "Mit welcher Ableitung muss ∂C/∂a multipliziert werden, damit ∂C/∂z entsteht?"
    case .missingSlopeOfHidden:
      "Mit welcher Ableitung muss ∂C/∂a dieser Schicht multipliziert werden, damit ∂C/∂z entsteht?"
    case .slopeTwice: "Mit dieser \(.cost) kürzt sich die Steigung in δ: Was bleibt übrig?"
    case .slopeSquared: "Wie oft steht die Steigung einer Schicht als Faktor in ihrem δ?"
    case .slopeOfWrongLayer: "Aus welchem z wurde diese Aktivierung berechnet?"
    case .crossEntropyError:
      "a − y ist δ, wenn sich die Steigung wegkürzt: Welche Faktoren hat δ bei der \(.cost) dieser Lektion?"
    case .droppedUpstream: "Mit welcher Ableitung aus der nächsten Schicht wird die Steigung multipliziert?"
    case .transposedWeights: "Welche Gewichte führen aus diesem Neuron heraus?"
    case .onePathOnly, .pathForgotten: "Auf wie viele Neuronen der nächsten Schicht wirkt dieses Neuron?"
    case .pathsAveraged: "Werden die Beiträge der Pfade addiert oder gemittelt?"
    case .missingWeight: "Mit welchem Gewicht wird die Aktivierung in der nächsten Schicht multipliziert?"
    case .updatedWeights: "Welche Gewichte hat die Vorwärtspropagation verwendet: die alten oder die neuen?"
    case .weightOfWrongLayer: "Welches Gewicht führt aus diesem Neuron heraus?"
    case .errorNotDelta: "Gib ∂C/∂z (den Fehler δ) zurück und nicht ∂C/∂a."
    case .ownActivation: "Mit welcher Aktivierung wird dieses Gewicht multipliziert?"
    case .inputForHidden: "Mit der Aktivierung welcher Schicht wird dieses Gewicht multipliziert?"
    case .missingActivationFactor, .weightForActivation: "z enthält w · a: Was ist ∂z/∂w?"
    case .deltaOfWrongLayer: "Zu welcher Schicht gehört dieses δ?"
    case .deltaOfWrongNeuron: "Zu welchem Neuron führt dieses Gewicht?"
    case .biasTimesActivation, .biasTimesBias: "z = wa + b: Was ist ∂z/∂b?"
    case .biasGradientSummed: "Zu wie vielen Neuronen gehört dieser Bias?"
    case .biasMissingSlope: "Ein Bias wirkt über z auf a: Welche Steigung fehlt?"
    case .gradientMissingSlope: "Ein Gewicht wirkt über z auf a: Welche Steigung fehlt?"
    case .batchSum, .batchMean: "Ist die \(.cost) die Summe über die Beispiele oder ihr Mittelwert?"
    case .averagedTwice: "Wie oft kommt der Faktor 1/n in jeder Ableitung vor?"
    case .oneExampleOnly: "Wie viele Beispiele gibt es, und wie werden ihre Werte zusammengefasst?"
    case .biasPenalized: "Kommen die Biases im Strafterm vor?"
    case .penaltyFactor: "Was ist die Ableitung des Strafterms nach w?"
    case .ascent:
      "Wenn die Ableitung positiv ist: Macht der Gradientenabstieg den Parameter größer oder kleiner?"
    case .stepFactor: "Womit wird die Ableitung multipliziert, bevor sie abgezogen wird?"
    case .biasNotUpdated: "Ändert der Schritt auch die Biases?"
    case .averagedVelocity:
      "Addiert die Geschwindigkeit in dieser Lektion die ganze Ableitung oder einen Teil davon?"
    case .decayedDerivative: "Welcher Summand der Geschwindigkeit hat den Faktor μ?"
    case .momentumLeftOut:
      "Welche Größe nimmt das Verfahren dieser Lektion von einem Schritt zum nächsten mit?"
    case .momentumAdded: "Welches Verfahren verwendet diese Lektion?"
    case .useForgotten:
      "Wo wird dieser Wert noch verwendet? Die Ableitungen über alle Verwendungen werden addiert."
    case .localGradientOnly:
      "Wie ändert sich das Ergebnis mit der Größe, in der dieser Wert verwendet wird? Multipliziere mit dieser Ableitung."
    case .upstreamGradientOnly:
      "Wie ändert sich die Größe, in der dieser Wert verwendet wird, mit ihm? Multipliziere mit dieser Ableitung."
    case .gradientsAdded:
      "Entlang eines Pfads werden die Gradienten multipliziert; nur verschiedene Pfade werden addiert."
    case .usesMultiplied:
      "Wie werden die Ableitungen zusammengefasst, wenn ein Wert mehrmals verwendet wird?"
    case .valueForSlope: "Ist das der Wert der Funktion oder ihre Steigung?"
    case .slopeLeftOut: "Welche Steigung hat die Funktion bei diesem Wert?"
    case .slopeElsewhere: "Gehört in diese Formel für die Steigung das Argument der Funktion oder ihr Wert?"
    case .powerRule: "Die Ableitung von x^n ist n x^(n−1): Was sind hier n und x?"
    case .otherArgument:
      "Welches Argument ist der Wert von max oder min? Nur dieses Argument hat eine Ableitung, die nicht 0 ist."
    case .ownValue: "Um wie viel wächst das, was aus diesem Wert berechnet wird, wenn er ein wenig wächst?"
    case .sign: "Wird das Ergebnis größer oder kleiner, wenn dieser Wert ein wenig wächst?"
    case .factorLeftOut, .anyFactorLeftOut: "Was wird hier noch multipliziert?"
    case .termLeftOut, .anyTermLeftOut, .anyTermAlone: "Was wird hier noch addiert?"
    case .factorTwice: "Wie oft kommt jeder Faktor vor?"
    case .factorTooMany: "Welche Faktoren gehören hierher?"
    case .termTwice: "Wie oft kommt jeder Summand vor?"
    case .signOfValue, .anySign: "Welches Vorzeichen gehört hierher: Plus oder Minus?"
    case .exchanged: "Warum gehört in diese Formel eine andere Größe als die, die du verwendet hast?"
    case .otherExample: "Zu welchem Beispiel gehört diese Größe?"
    case .otherFunction: "Welche Funktion gehört hierher?"
    case .powerLeftOut: "Welcher Exponent gehört hierher?"
    case .inverted: "Wird hier multipliziert oder geteilt?"
    case .withoutSign: "Welches Vorzeichen hat jeder Faktor?"
    case .added, .multiplied: "Ist das eine Summe oder ein Produkt?"
    case .constantFactor: "Welcher konstante Faktor fehlt oder ist zu viel?"
    case .pen: "Vergleiche deine Zahl Ziffer für Ziffer mit deiner Rechnung."
    }
  }
}
