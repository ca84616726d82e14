import Formulas

extension ColumnPhrase {
  var english: Prose {
    switch self {
    case .layer: "layer"
    case .weight: "weight"
    case .bias: "bias"
    case .activation: "activation"
    case .from(let neuron): "from \(neuron)"
    case .into: "into"
    case .example: "example"
    case .parameter: "parameter"
    case .value: "value"
    case .derivative: "derivative of the \(.cost)"
    case .part(let cost): "of \(cost)"
    case .otherExamples: "of the others"
    case .chainRule: "chain rule"
    case .matrices: "matrices"
    case .finiteDifferences: "finite differences"
    case .errorBound: "error bound"
    case .verdict: "verdict"
    }
  }
}
