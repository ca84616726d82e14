import Formulas

extension Graph {
  /// Puts a graph together, entry by entry, each after those that it needs.
  public struct Builder: Sendable {
    private var quantities: [Quantity] = []
    private var definitions: [Definition] = []
    private var given: [Numeral?] = []
    private var quantity: [Int32] = []
    private var definition: [Int32] = []
    private var firstIndex: [Int32] = []
    private var indices: [Int32] = []
    private var firstInstruction: [Int32] = []
    private var instructions: [Instruction] = []
    private var numerals: [Numeral] = []

    /// An empty graph.
    public init() {}

    /// The number of instructions so far.
    public var instructionCount: Int { instructions.count }

    /// A copy of a graph, to which more is added.
    init(continuing graph: Graph) {
      (quantities, definitions, given) = (graph.quantities, graph.definitions, graph.given)
      (quantity, definition) = (graph.quantity, graph.definition)
      (firstIndex, indices) = (graph.firstIndex, graph.indices)
      (firstInstruction, instructions) = (Array(graph.firstInstruction.dropLast()), graph.instructions)
      numerals = graph.numerals
    }

    /// A new name, by its number.
    public mutating func add(quantity name: String, rank: Int, isConstant: Bool = false) -> Int {
      add(Quantity(name: name, symbol: Symbol(.named(Word(name))), rank: rank, isConstant: isConstant))
    }

    /// What is written as a symbol, which has no indices yet, by its number.
    public mutating func add(quantity symbol: Symbol, rank: Int) -> Int {
      add(Quantity(name: symbol.name, symbol: symbol, rank: rank, isConstant: false))
    }

    private mutating func add(_ quantity: Quantity) -> Int {
      quantities.append(quantity)
      return quantities.count - 1
    }

    /// A line, by its number.
    public mutating func add(definition text: String) -> Int {
      definitions.append(Definition(text: text))
      return definitions.count - 1
    }

    /// A number in a calculation.
    public mutating func number(_ numeral: Numeral) -> Code {
      numerals.append(numeral)
      return .number(numerals.count - 1)
    }

    /// An entry that is given; it has as many indices as its quantity.
    public mutating func give(_ value: Numeral, to quantity: Int, at key: [Int]) -> ID {
      begin(quantity, key, in: -1)
      given.append(value)
      return given.count - 1
    }

    /// An entry that follows from others by a line.
    public mutating func define(
      _ code: Code, in definition: Int, as quantity: Int, at key: [Int]
    ) -> ID {
      begin(quantity, key, in: definition)
      instructions += code.instructions
      given.append(nil)
      definitions[definition].entries.append(given.count - 1)
      return given.count - 1
    }

    /// Says that the numbers of a quantity only tell which entry is meant.
    public mutating func markAsIndex(_ quantity: Int) { quantities[quantity].isIndex = true }

    private mutating func begin(_ number: Int, _ key: [Int], in line: Int) {
      // An entry has an index for each of its quantity's: one too many is left out, one that is missing is 1.
      let key = (0..<quantities[number].rank).map { key.indices.contains($0) ? key[$0] : 1 }
      quantities[number].entries.append(given.count)
      quantity.append(Int32(clamping: number))
      definition.append(Int32(clamping: line))
      firstIndex.append(Int32(clamping: indices.count))
      indices += key.map { Int32(clamping: $0) }
      firstInstruction.append(Int32(clamping: instructions.count))
    }

    /// The whole graph.
    public consuming func graph(deriving result: Result) -> Graph {
      firstInstruction.append(Int32(clamping: instructions.count))
      let (starts, keys) = (firstIndex, indices)
      for number in quantities.indices {
        let rank = quantities[number].rank
        func key(_ id: ID) -> ArraySlice<Int32> { keys[Int(starts[id])..<(Int(starts[id]) + rank)] }
        quantities[number].entries.sort { key($0).lexicographicallyPrecedes(key($1)) }
      }
      return Graph(
        quantities: quantities, definitions: definitions,
        places: Dictionary(quantities.enumerated().map { ($1.name, $0) }) { first, _ in first },
        result: result, given: given, quantity: quantity,
        definition: definition,
        firstIndex: firstIndex, indices: indices, firstInstruction: firstInstruction,
        instructions: instructions, numerals: numerals)
    }
  }
}
