import Formulas

extension HeadingPhrase {
  var english: Prose {
    switch self {
    case .untitled: "A worked example"
    case .network: "The network"
    case .forwardPass(let example): example.map { "Example \($0), forward pass" } ?? "Forward pass"
    case .backwardPass(let example): example.map { "Example \($0), backward pass" } ?? "Backward pass"
    case .layer(let layer): "Layer \(layer)"
    case .cost: "The \(.cost)"
    case .penalty: "The penalty"
    case .mean: "The mean over the examples"
    case .sum: "The sum over the examples"
    case .costWithPenalty: "The \(.cost) with the penalty"
    case .wholeProduct: "The product of all factors"
    case .paths: "Every path"
    case .matrices: "In matrix form"
    case .test: "Test of one derivative"
    case .gradient: "The \(.gradient)"
    case .check: "Gradient check"
    }
  }
}
