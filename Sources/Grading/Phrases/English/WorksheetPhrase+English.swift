import Formulas

extension WorksheetPhrase {
  var english: Prose {
    switch self {
    case .worksheet(let title): "\(title): worksheet"
    case .key(let title): "\(title): answers"
    case .instructions(let digits, let namesLesson, let variant):
      """
      Write a number after each =. Round your results to \(Self.significant(digits)), and carry one or two digits more while \
      you calculate. \
      If you do not know an answer, write nothing after the =.\(namesLesson ? " Keep the line above: it names the lesson." : "") \(code: Self.command("FILE", "NAME-OR-FILE", namesLesson, variant)) says which answers are correct, and names the mistake \
      behind a wrong one if it can.
      """
    case .instructionsOnPage(let digits):
      """
      Write a number into each blank. Round your results to \(Self.significant(digits)), and carry one or two digits more while \
      you calculate. Leave a blank empty if you do not know the answer.
      """
    case .name(let typed, let name, let layer, let neuron):
      "\(code: typed) stands for \(name) (layer \(layer), neuron \(neuron))."
    case .example(let number): "\(code: "@\(number)") stands for example \(number)."
    case .isPart:
      "This sheet asks only for a part of the derivation. Compute the other quantities that it needs on paper of your own."
    case .answers(let digits):
      """
      The answers, each with its calculation. Results are rounded to \(Self.significant(digits)). Exact numbers may have fewer digits. If the rounded numbers are too short to get the result of a line, the line shows more of their digits. If you compute a line from its printed numbers, you get its printed result, up to one unit in the last digit.
      """
    case .section(let section, let example):
      example.map { "Example \($0): \(Self.words(section, isAlone: false))" }
        ?? Self.words(section, isAlone: true)
    case .part(let part, let count, let first): Self.words(part, isOne: count == 1, first)
    case .optimizer: "The state of the optimizer and the new values"
    case .variant(let seed, let kind, let isBest):
      Prose.sentences([
        "Variant \(String(seed)) of this lesson: the same \(kind == .graph ? "graph" : "network") with other numbers.",
        isBest
          ? "No numbers were found with which \(Self.missed(kind)). These are the best of those tried." : "",
      ])
    }
  }

  private static func significant(_ digits: Int) -> Prose {
    "\(digits) significant \(digits == 1 ? "digit" : "digits")"
  }

  private static func missed(_ kind: SubjectKind) -> Prose {
    switch kind {
    case .network:
      """
      the same neurons are saturated or inactive as in the lesson, no derivative is very small, and all mistakes differ in \
      their results
      """
    case .graph:
      "no number is very small, very large or close to a kink, and all mistakes differ in their results"
    }
  }

  private static func words(_ section: Section, isAlone: Bool) -> Prose {
    switch section {
    case .forward(let layer): "\(isAlone ? "Forward" : "forward"), layer \(layer)"
    case .cost: "\(isAlone ? "The" : "the") \(.cost)"
    case .backward(let layer): "\(isAlone ? "Backward" : "backward"), layer \(layer)"
    case .penalty: "The penalty"
    case .together: "All examples together"
    case .withPenalty: "With the penalty"
    case .values: "Forward"
    case .derivatives(let quantity): "Backward: \(quantity)"
    }
  }

  private static func words(_ part: WorksheetPart, isOne: Bool, _ first: Formula) -> Prose {
    switch part {
    case .weightedInputs: isOne ? "The \(.weightedInput)" : "The \(.weightedInputs)"
    case .activations: isOne ? "The activation" : "The activations"
    case .cost, .totalCost: "The \(.cost)"
    case .costSlopes: "How the \(.cost) changes with \(isOne ? "the output" : "each output")"
    case .slopes:
      isOne
        ? "How the activation changes with the \(.weightedInput)"
        : "How each activation changes with its \(.weightedInput)"
    case .errors: isOne ? "The error \(error: first)" : "The errors δ"
    case .weights: "How the \(.cost) changes with \(isOne ? "the weight" : "each weight")"
    case .biases: "How the \(.cost) changes with \(isOne ? "the bias" : "each bias")"
    case .passed:
      "How the \(.cost) changes with \(isOne ? "the activation" : "each activation") of the layer before"
    case .penalty: "The penalty"
    case .gradient: "How the \(.cost) changes with each parameter"
    case .update: isOne ? "The new parameter" : "The new parameters"
    case .values(of: .equation(let name, let formula)):
      "Compute\u{A0}\(Equation(name, [.init(.equals, formula)]))"
    case .values(of: .text(let text)): "Compute\u{A0}\(code: text)"
    case .localGradients: isOne ? "The local gradient" : "The local gradients"
    case .derivatives:
      first.sidesOfDerivative.map {
        "How \(.symbol($0.above)) changes with \(isOne ? "\(.symbol($0.below))" : "each entry")" as Prose
      }
        ?? (isOne ? "The derivative" : "The derivatives")
    case .updates: isOne ? "The new value" : "The new values"
    }
  }
}
