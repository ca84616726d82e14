import Documents
import Formulas
import Lessons

extension Worksheet {
  /// What is typed before an =: by an example whose layer and neuron have different numbers, if there is one.
  var names: [WorksheetPhrase] {
    let examples = exercise.asked.compactMap { line -> WorksheetPhrase? in
      guard case .symbol(let symbol) = exercise.lines[line].name, let layer = symbol.layer,
        symbol.indices.count == 1, let neuron = symbol.indices.first
      else { return nil }
      let typed = symbol.name.prefix { $0 != "@" }
      return .name(String(typed), .symbol(symbol), layer: layer, neuron: neuron)
    }
    let clear = examples.first { phrase in
      if case .name(_, _, let layer, let neuron) = phrase { layer != neuron } else { false }
    }
    let example = exercise.asked.lazy.compactMap { exercise.lines[$0].name.exampleTyped }.first
    return [clear ?? examples.first, example.map { .example($0) }].compactMap { $0 }
  }
}

extension Formula {
  /// The number behind @ in the name of a blank.
  fileprivate var exampleTyped: Int? {
    answerName?.split(separator: "@").dropFirst().last.flatMap { Int($0) }
  }
}
