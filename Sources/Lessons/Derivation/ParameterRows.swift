import Backprop
import Documents
import Formulas

/// The rows of a table of parameters: the name of each, then numbers, and where there are any, words.
struct ParameterRows: Sendable {
  /// What stands beside the name of a parameter.
  enum Cells {
    /// Numbers, and which of the words follow them.
    case numbers([Numeral], words: Int? = nil)
    /// Anything.
    case other([Prose])
  }

  let layout: Layout
  let parameters: [Layout.ID]
  /// What may follow the numbers.
  var words: [Prose] = []
  let cells: @Sendable (Layout.ID) -> Cells

  /// As a family: of one layer, most rows differ in nothing but numbers.
  var family: Family<[Prose]> {
    Family(
      count: parameters.count, member: { member(parameters[$0]) }, whole: { Form($0).row($1, words: words) })
  }

  private func member(_ id: Layout.ID) -> Family<[Prose]>.Member {
    let symbol = layout.symbol(id, example: nil)
    switch cells(id) {
    case .numbers(let numbers, let words):
      let form = Form(isBias: symbol.meaning == .bias, layer: symbol.layer ?? 0, words: words)
      var gaps: [Gap] = []
      gaps.reserveCapacity(symbol.indices.count + numbers.count)
      for index in symbol.indices { gaps.append(.index(index)) }
      for number in numbers { gaps.append(.number(number)) }
      return .form(form.code, gaps)
    case .other(let cells): return .other(["\(Formula.symbol(symbol))"] + cells)
    }
  }

  /// What rows have in common.
  private struct Form {
    let isBias: Bool
    let layer: Int
    let words: Int?
    private static let mostWords = 16

    init(isBias: Bool, layer: Int, words: Int?) {
      self.isBias = isBias
      self.layer = layer
      self.words = words
    }

    init(_ code: Int) {
      isBias = code % 2 == 1
      words = code / 2 % Self.mostWords == 0 ? nil : code / 2 % Self.mostWords - 1
      layer = code / 2 / Self.mostWords
    }

    var code: Int { (layer * Self.mostWords + (words.map { $0 + 1 } ?? 0)) * 2 + (isBias ? 1 : 0) }

    func row(_ gaps: [Gap], words all: [Prose]) -> [Prose] {
      var indices: [Int] = []
      var numbers: [Prose] = []
      for gap in gaps {
        switch gap {
        case .index(let index): indices.append(index)
        case .number(let numeral): numbers.append("\(Formula.number(numeral))")
        }
      }
      let symbol = Symbol(isBias ? .bias : .weight, layer: layer, indices: Indices(indices))
      return ["\(Formula.symbol(symbol))"] + numbers
        + (words.flatMap { all.indices.contains($0) ? [all[$0]] : nil } ?? [])
    }
  }
}
