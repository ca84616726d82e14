import Backprop
import Documents
import Formulas

/// The quantities of a lesson as matrices: their symbols, their shapes, and their entries as the ledger has them.
///
/// What belongs to an example has a column for each of the n examples, [neurons × n]; its derivatives are those of the
/// example's own cost.
struct MatrixForm {
  /// A matrix with more rows or columns than this stands without its numbers.
  private static let mostNumbers = 8
  /// A row with more digits than this together would be too small to be read on a page.
  private static let mostDigits = 96

  let lesson: Lesson
  let layout: Layout
  let ledger: Ledger
  let digits: Int
  /// Whether the ledger contains every example.
  let isWhole: Bool
  let language: Language

  /// A phrase in the language of the document.
  func say(_ phrase: MatrixPhrase) -> Prose { language.say(phrase) }

  /// How many columns there are of what belongs to an example.
  var examples: Int { layout.exampleCount }
  var last: Int { layout.layerCount }

  func weights(_ l: Int?) -> Formula { .symbol(Symbol(.weightMatrix, layer: l)) }
  func biases(_ l: Int?) -> Formula { .symbol(Symbol(.bias, layer: l)) }
  func weightedInputs(_ l: Int?) -> Formula { .symbol(Symbol(.weightedInput, layer: l)) }
  func activations(_ l: Int?) -> Formula { .symbol(Symbol(.activation, layer: l)) }
  func errors(_ l: Int?) -> Formula { .symbol(Symbol(.error, layer: l)) }
  var jacobian: Formula { .symbol(Symbol(.jacobian, layer: last)) }
  var targets: Formula { .symbol(Symbol(.target)) }
  /// ∇_a C: of each example's own cost, which has a name of its own beside a penalty.
  var costSlopes: Formula {
    .nabla(examples > 1 ? Symbol(.cost) : cost(of: 0), by: Symbol(.activation))
  }

  func cost(of example: Int) -> Symbol { layout.symbol(layout.exampleCost, example: example) }

  func rule(_ l: Int) -> Activation { lesson.layers[l - 1].activation }

  func hasBiases(_ l: Int) -> Bool { layout.bias(l, 0) != nil }

  /// An equation of a matrix, with its numbers where they are few enough, and none of them is beyond a double.
  func block(
    _ name: Formula, _ sides: [Formula] = [], rows: Int, columns: Int, entry: ((Int, Int) -> Formula?)? = nil
  ) -> Block {
    .matrix(
      MatrixEquation(
        Equation(name, sides.map { .init(.equals, $0) }), rows: rows, columns: columns,
        numbers: entry.flatMap { numbers(rows, columns, $0) }))
  }

  /// The same of what belongs to an example: a row for each neuron of a layer, and a column for each example.
  func block(
    _ name: Formula, _ sides: [Formula] = [], layer: Int, entry: ((Int, Int) -> Formula?)? = nil
  ) -> Block {
    block(name, sides, rows: layout.widths[layer], columns: examples, entry: entry)
  }

  /// A given of every example with its numbers, where they are few enough.
  func numbered(_ name: Formula, rows: Int, entry: (Int, Int) -> Numeral) -> Block {
    let isShown = isWhole && rows <= Self.mostNumbers && examples <= Self.mostNumbers
    let numbers = isShown ? (0..<rows).map { i in (0..<examples).map { entry(i, $0) } } : nil
    return .matrix(
      MatrixEquation(
        Equation(name, []), rows: rows, columns: examples, numbers: numbers.map { .init(.equals, rows: $0) }))
  }

  private func numbers(_ rows: Int, _ columns: Int, _ entry: (Int, Int) -> Formula?) -> MatrixEquation
    .Numbers?
  {
    guard isWhole, rows <= Self.mostNumbers, columns <= Self.mostNumbers,
      columns * digits <= Self.mostDigits
    else { return nil }
    let names = (0..<rows).map { i in (0..<columns).compactMap { entry(i, $0) } }
    let numerals = names.map { $0.compactMap { ledger.printed($0, digits: digits) } }
    guard numerals.allSatisfy({ $0.count == columns }) else { return nil }
    let isExact = names.allSatisfy { $0.allSatisfy(ledger.isExact) }
    return .init(isExact ? .equals : .approximately, rows: numerals, names: names)
  }
}

/// The entries: what stands in row j and column x or k, counted from 0.
extension MatrixForm {
  private func z(_ l: Int, _ j: Int, _ x: Int) -> Symbol {
    layout.symbol(layout.weightedInput(l, j), example: x)
  }
  private func a(_ l: Int, _ j: Int, _ x: Int) -> Symbol {
    layout.symbol(layout.activation(l, j), example: x)
  }

  func weight(_ l: Int) -> (Int, Int) -> Symbol {
    { j, k in layout.symbol(layout.weight(l, j, k), example: nil) }
  }
  func bias(_ l: Int) -> (Int, Int) -> Symbol? {
    { j, _ in layout.bias(l, j).map { layout.symbol($0, example: nil) } }
  }
  func weightedInput(_ l: Int) -> (Int, Int) -> Formula? { { j, x in .symbol(z(l, j, x)) } }
  func activation(_ l: Int) -> (Int, Int) -> Formula? { { j, x in .symbol(a(l, j, x)) } }
  var target: (Int, Int) -> Formula? { { j, x in .symbol(layout.target(j, example: x)) } }
  /// ∂C_x/∂a.
  func passed(_ l: Int) -> (Int, Int) -> Formula? { { j, x in .partial(cost(of: x), by: a(l, j, x)) } }
  /// ∂a/∂z.
  func slope(_ l: Int) -> (Int, Int) -> Formula? { { j, x in .partial(a(l, j, x), by: z(l, j, x)) } }
  /// ∂a_i/∂z_j, of the one example.
  var jacobianEntry: (Int, Int) -> Formula? { { i, j in .partial(a(last, i, 0), by: z(last, j, 0)) } }
  /// δ = ∂C_x/∂z.
  func error(_ l: Int) -> (Int, Int) -> Formula? { { j, x in .partial(cost(of: x), by: z(l, j, x)) } }
}
