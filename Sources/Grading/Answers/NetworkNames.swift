import Formulas
import Lessons
import Texts

/// The names that may be typed in the answers to an exercise of a network.
struct NetworkNames: NameReading {
  private var formulas: [String: Formula] = [:]
  /// In the order of the derivation, the givens last.
  private let all: [String]
  /// A name that is asked for, to show how an answer is written.
  let example: String

  init(_ exercise: Exercise) {
    var all: [String] = []
    for (formula, _) in exercise.entries.sorted(by: { $0.value < $1.value }) {
      guard let name = formula.answerName else { continue }
      formulas[name] = formula
      all.append(name)
    }
    self.all = all
    let asked = exercise.asked.compactMap { exercise.lines[$0].name.answerName }
    example = asked.first { $0.hasPrefix("dC/da") } ?? asked.first { $0.hasPrefix("d") } ?? "C"
  }

  func take(_ cursor: inout Cursor) -> NameShape? { cursor.takeName() }

  /// The quantity that is meant, if the exercise has it.
  subscript(shape: NameShape) -> Formula? {
    switch shape {
    case .symbol(let symbol):
      return symbol.variants.lazy.compactMap { formulas[$0.text] }.first
    case .derivative(let of, let by):
      for of in of.variants {
        for by in by.variants {
          if let found = find(of, by) { return found }
        }
      }
      return nil
    case .known, .stranger: return nil
    }
  }

  /// The example may be given on one side only.
  private func find(_ of: SymbolShape, _ by: SymbolShape) -> Formula? {
    if let found = formulas["d\(of.text)/d\(by.text)"] { return found }
    var (of, by) = (of, by)
    if by.example.isEmpty, by.letter != "C" {
      by.example = of.ownExample
    } else if of.letter != "C", of.example.isEmpty {
      of.example = by.example
    }
    return formulas["d\(of.text)/d\(by.text)"]
  }

  func isGiven(_ name: Formula) -> Bool {
    guard case .symbol(let symbol) = name else { return false }
    return [.weight, .bias, .target, .learningRate].contains(symbol.meaning)
      || (symbol.meaning == .activation && symbol.layer == 0)
  }

  /// What is wrong with a name that the exercise does not have, and which one may have been meant.
  func unknown(_ shape: NameShape, written: String) -> String {
    let way = meant(by: shape).map { "did you mean \($0)?" } ?? "names are written as in \(example)"
    return "the lesson has no quantity \(shortened(written)); \(way)"
  }

  private func meant(by shape: NameShape) -> String? {
    if case .symbol(let symbol) = shape, ["x", "y"].contains(symbol.letter), !symbol.number.isEmpty {
      var inBrackets = symbol
      inBrackets.letter = symbol.letter == "x" ? "a" : "y"
      (inBrackets.number, inBrackets.brackets) = (symbol.letter == "x" ? "0" : "", "[\(symbol.number)]")
      if self[.symbol(inBrackets)] != nil { return "\(symbol.letter)[\(symbol.number)]" }
    }
    let name = shape.text
    let shorter = formulas[shape.bare.text] == nil ? nil : shape.bare.text
    return fullName(of: name, among: all) ?? shorter ?? suggestion(for: name, among: candidates(for: shape))
  }

  /// Nobody who writes a3 means C3: the letter stays.
  private func candidates(for shape: NameShape) -> [String] {
    guard case .symbol(let symbol) = shape else { return all }
    let start = (symbol.isNew ? "new " : "") + symbol.letter
    return all.filter { $0.hasPrefix(start) }
  }
}
