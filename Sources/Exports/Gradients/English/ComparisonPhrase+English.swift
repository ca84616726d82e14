import Formulas

extension ComparisonPhrase {
  var english: Prose {
    switch self {
    case .agree(let count): "All \(count) derivatives agree, as far as the numbers of the file go."
    case .missing(let arrays): "The file has no derivatives, or not all, with respect to \(list(arrays))."
    case .differ(let arrays, let count, let all):
      "\(count) of \(all) derivatives differ: those with respect to \(list(arrays))."
    case .sumOfExamples(let n):
      "Each is \(n) times that of the lesson: the file has the sum over the \(n) examples, and the lesson their mean."
    case .meanOfExamples(let n):
      "That of the lesson is \(n) times as large: the file has the mean over the \(n) examples, and the lesson their sum."
    case .meanOfOutputs(let k):
      "That of the lesson is \(k) times as large: the cost of the file is a mean over the \(k) outputs, and that of the lesson a sum."
    case .sumOfOutputs(let k):
      "Each is \(k) times that of the lesson: the cost of the file is a sum over the \(k) outputs, and that of the lesson a mean."
    case .meanOfBoth(let nk):
      "That of the lesson is \(nk) times as large: the cost of the file is a mean over the examples and the outputs."
    case .sumOfBoth(let nk):
      "Each is \(nk) times that of the lesson: the cost of the file is a sum over the examples and the outputs."
    case .half:
      "Each is half of that of the lesson: there is a factor of ½ in the cost of the file, or the factor 2 of a square is missing."
    case .double:
      "Each is twice that of the lesson: the lesson has a factor of ½ in the cost, and the file has not."
    case .negative: "Each has the other sign."
    case .transposed(let arrays):
      """
      All derivatives agree if the rows and columns of \(list(arrays)) are exchanged: the file has them as [inputs, outputs], as \
      Keras and Flax do. A lesson takes such weights with \(code: "\"layout\": \"inputs-first\"").
      """
    case .decay(let number, onBiases: false):
      "Each derivative by a weight has \(Formula.number(number)) times the weight besides: weight decay, or the penalty of the lesson."
    case .decay(let number, onBiases: true):
      """
      Each derivative has \(Formula.number(number)) times the parameter besides, also by the biases: weight decay, which the penalty \
      of a lesson applies to the weights only.
      """
    case .unexplained: "No convention that is known here explains all of them."
    }
  }

  private func list(_ names: [String]) -> Prose { .list(names.map { Prose([.code($0)]) }) }
}
