import Formulas

extension HeadingPhrase {
  var german: Prose {
    switch self {
    case .untitled: "Ein durchgerechnetes Beispiel"
    case .network: "Das Netz"
    case .forwardPass(let example):
      example.map { "Beispiel \($0), Vorwärtspropagation" } ?? "Vorwärtspropagation"
    case .backwardPass(let example):
      example.map { "Beispiel \($0), Rückwärtspropagation" } ?? "Rückwärtspropagation"
    case .layer(let layer): "Schicht \(layer)"
    case .cost: "Die \(.cost)"
    case .penalty: "Der Strafterm"
    case .mean: "Der Mittelwert über die Beispiele"
    case .sum: "Die Summe über die Beispiele"
    case .costWithPenalty: "Die \(.cost) mit dem Strafterm"
    case .wholeProduct: "Das Produkt aller Faktoren"
    case .paths: "Jeder Pfad"
    case .matrices: "In Matrixform"
    case .test: "Probe für eine Ableitung"
    case .gradient: "Der \(.gradient)"
    case .check: "Prüfung des Gradienten"
    }
  }
}
