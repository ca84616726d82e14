import Formulas

extension ColumnPhrase {
  var german: Prose {
    switch self {
    case .layer: "Schicht"
    case .weight: "Gewicht"
    case .bias: "Bias"
    case .activation: "Aktivierung"
    case .from(let neuron): "von \(neuron)"
    case .into: "nach"
    case .example: "Beispiel"
    case .parameter: "Parameter"
    case .value: "Wert"
    case .derivative: "Ableitung der \(.cost)"
    case .part(let cost): "von \(cost)"
    case .otherExamples: "der übrigen"
    case .chainRule: "Kettenregel"
    case .matrices: "Matrizen"
    case .finiteDifferences: "finite Differenzen"
    case .errorBound: "Fehlerschranke"
    case .verdict: "Befund"
    }
  }
}
