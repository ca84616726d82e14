import Backprop
import Documents
import Formulas

/// The rows of a table of parameters: the name of each, then numbers, and where there are any, words.
struct ParameterRows: Sendable {
  /// What follows the name of a parameter in most rows.
  enum Ending {
    /// Nothing but numbers.
    case numbers
    /// Numbers, and then some of the words.
    case words(Int)
  }

  let layout: Layout
  let parameters: [Layout.ID]
  /// What may follow the numbers.
  var words: [Prose] = []
  /// Appends the numbers of the row at a place; `nil` where it has anything else.
  let numbers: @Sendable (_ place: Int, _ gaps: inout Gaps) -> Ending?
  /// All that stands beside the name, in any row.
  let cells: @Sendable (_ place: Int) -> [Prose]

  /// As a family: of one layer, most rows differ in nothing but numbers.
  var family: Family<[Prose]> {
    Family(
      count: parameters.count,
      form: { place, gaps in
        let symbol = layout.symbol(parameters[place], example: nil)
        for index in symbol.indices { gaps.append(index) }
        let (isBias, layer) = (symbol.meaning == .bias, symbol.layer ?? 0)
        return numbers(place, &gaps).map { ending in
          switch ending {
          case .numbers: Form(isBias: isBias, layer: layer, words: nil).code
          case .words(let words): Form(isBias: isBias, layer: layer, words: words).code
          }
        }
      },
      whole: { Form($0).row($1, words: words) },
      single: { place in
        ["\(Formula.symbol(layout.symbol(parameters[place], example: nil)))"] + cells(place)
      })
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
