import Formulas

extension PagePhrase {
  package var english: Prose {
    switch self {
    case .untitled: "Backpropagation"
    case .equation: "Equation"
    case .formula: "Formula"
    case .picture: "Picture"
    case .lines: "Lines to copy"
    case .table(let columns): "Table: \(English.commas(columns))"
    case .steps: "Steps"
    case .back: "Back"
    case .next: "Next step"
    case .showAll: "Show all"
    case .hideAll: "Hide all"
    case .openSteps: "{open} of {all}"
    case .slides: "Slides"
    case .notes: "Notes"
    case .quantity: "quantity"
    case .calculation: "calculation"
    case .value: "value"
    case .judging(let fraction, let arithmetic):
      """
      This page judges each number when you leave its blank. Nothing is sent anywhere. You can type decimals, fractions such \
      as \(code: fraction), and arithmetic such as \(code: arithmetic). Your answers stay in this browser until you clear \
      them. To hand them in, save them to a file.
      """
    case .yourName: "Your name:"
    case .name: "Name:"
    case .date: "Date:"
    case .answers: "Answers"
    case .clear: "Clear"
    case .save: "Save the answers"
    case .blanks(let prompt, let names):
      "\(prompt):\(names.isEmpty ? "" : " \(Prose.list(names.map { "\($0)" }))")"
    }
  }
}
