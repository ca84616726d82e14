import Formulas

extension QuantityArray {
  /// The matrices and columns of a network's exercise, by their names without neurons: w1, z2@3, dC/dw1, da1/dz1, dz2/da1.
  static func all(of exercise: Exercise) -> [String: QuantityArray] {
    var groups: [String: [(index: [Int], formula: Formula)]] = [:]
    for (formula, _) in exercise.entries.sorted(by: { $0.value < $1.value }) {
      guard let (name, index) = place(of: formula) else { continue }
      groups[name, default: []].append((index, formula))
    }
    var arrays: [String: QuantityArray] = [:]
    for (name, entries) in groups {
      if let array = QuantityArray(name, entries) { arrays[name] = array }
    }
    for (name, array) in stacked(arrays) where arrays[name] == nil { arrays[name] = array }
    return arrays
  }

  /// The name without neurons, and the neurons; `nil` for what is in no array.
  private static func place(of formula: Formula) -> (name: String, index: [Int])? {
    func group(_ symbol: Symbol) -> String {
      let bare = Symbol(symbol.meaning, layer: symbol.layer, example: symbol.example)
      return bare.name
    }
    if case .symbol(let symbol) = formula, (symbol.example ?? 1) >= 1 {
      return (group(symbol), Array(symbol.indices))
    }
    if case .partial(let of, let by) = formula {
      let isSlope = of.meaning == .activation && by.meaning == .weightedInput
      if of.meaning == .weightedInput, by.meaning == .weight || by.meaning == .bias { return nil }
      let (above, below) = (Array(of.indices), Array(by.indices))
      // The slopes of a layer whose neurons do not mix are a column.
      let index = isSlope && above == below ? above : above + below
      return ("d\(group(of))/d\(group(by))", index)
    }
    return nil
  }

  init?(_ name: String, _ entries: [(index: [Int], formula: Formula)]) {
    guard let rank = entries.first?.index.count, rank <= 2, entries.allSatisfy({ $0.index.count == rank })
    else {
      return nil
    }
    let rows = rank == 0 ? 1 : entries.reduce(0) { max($0, $1.index[0]) }
    let columns = rank < 2 ? 1 : entries.reduce(0) { max($0, $1.index[1]) }
    guard rows * columns == entries.count else { return nil }
    var ordered = [Formula?](repeating: nil, count: rows * columns)
    for (index, formula) in entries {
      let (row, column) = (rank == 0 ? 0 : index[0] - 1, rank < 2 ? 0 : index[1] - 1)
      guard row >= 0, column >= 0 else { return nil }
      ordered[row * columns + column] = formula
    }
    let all = ordered.compactMap(\.self)
    guard all.count == rows * columns else { return nil }
    self.init(name: name, rows: rows, columns: columns, entries: all)
  }

  /// Columns of all examples side by side, as Andrew Ng has them: Z1 of 3 examples has 3 columns.
  private static func stacked(_ arrays: [String: QuantityArray]) -> [String: QuantityArray] {
    var parts: [String: [Int: QuantityArray]] = [:]
    for (name, array) in arrays where array.columns == 1 {
      // z1@2, da1@2/dz1@2, dC/dz1@2, and dC2/dz1@2 for the errors of each example's own cost.
      guard let example = name.split(separator: "@").last.flatMap({ Int($0) }) else { continue }
      let plain = name.replacing("@\(example)", with: "").replacing("dC\(example)/", with: "dCx/")
      parts[plain, default: [:]][example] = array
    }
    return parts.compactMapValues { examples in
      let columns = examples.keys.sorted().compactMap { examples[$0] }
      guard let first = columns.first, examples.keys.max() == columns.count,
        columns.allSatisfy({ $0.rows == first.rows })
      else { return nil }
      let entries = (0..<first.rows).flatMap { row in columns.map { $0.entries[row] } }
      let name = first.name.replacing("@1", with: "")
      return QuantityArray(name: name, rows: first.rows, columns: columns.count, entries: entries)
    }
  }
}
