import Formulas

/// Named numbers, and how each follows from those before it: all that the chain rule needs to know.
///
/// A quantity is a number, or an array of them with as many indices as it has; what is computed, derived and printed are
/// its entries. They are numbered in an order in which they can be computed.
public struct Graph: Sendable {
  /// An entry: a number with a name, such as `W[1,3]`.
  public typealias ID = Int

  /// A name, and the entries that it has.
  public struct Quantity: Hashable, Sendable {
    /// What it is called.
    public let name: String
    /// As what it is written, without its indices.
    public let symbol: Symbol
    /// How many indices it has; none where it is a number.
    public let rank: Int
    /// Whether it is π or e, which nobody gave.
    public let isConstant: Bool
    /// Its entries, in the order of their indices.
    public internal(set) var entries: [ID] = []
    /// Whether its numbers say only which entry is meant, so that nothing can be derived by it.
    public internal(set) var isIndex = false
  }

  /// A line that says how entries follow from others.
  public struct Definition: Hashable, Sendable {
    /// As it was written.
    public let text: String
    /// Its entries, in the order in which they are computed.
    public internal(set) var entries: [ID] = []
  }

  /// What is derived: an entry, or several with what comes from above for each.
  public struct Result: Hashable, Sendable {
    /// As the lesson names it: `L`, `p[1]`.
    public let name: String
    /// One where it is a number.
    public let entries: [ID]
    /// The upstream gradient of each, where it is given.
    public let seeds: [Numeral]?

    /// Whether it is all entries of an array, and not one entry.
    public var isArray: Bool { entries.count != 1 || (seeds != nil && !name.contains("[")) }

    /// What is derived by a name; there are as many seeds as entries, or none for one entry.
    public init(name: String, entries: [ID], seeds: [Numeral]?) {
      self.name = name
      self.entries = entries
      self.seeds = seeds
    }
  }

  /// The names, in the order in which they first come.
  public let quantities: [Quantity]
  /// The lines, in their order.
  public let definitions: [Definition]
  /// Where each name stands among them.
  let places: [String: Int]
  /// What is derived.
  public let result: Result
  /// The numbers that are given, by entry; `nil` for what is defined.
  public let given: [Numeral?]

  /// Which quantity an entry belongs to.
  let quantity: [Int32]
  /// Which line an entry comes from; −1 where it is given.
  let definition: [Int32]
  /// Where the indices of an entry begin in `indices`.
  let firstIndex: [Int32]
  let indices: [Int32]
  /// Where the code of an entry begins, and one more for the end of the last.
  let firstInstruction: [Int32]
  let instructions: [Instruction]
  let numerals: [Numeral]

  /// Which quantities use which, by their numbers, each pair once, in the order in which they first come.
  public var usesOfQuantities: [(of: Int, by: Int)] {
    var known = Set<Int>()
    var uses: [(of: Int, by: Int)] = []
    for id in 0..<count {
      for instruction in code(of: id) where instruction.operation == .entry {
        let (of, by) = (Int(quantity[id]), Int(quantity[Int(instruction.operand)]))
        if of != by, known.insert(of * quantities.count + by).inserted { uses.append((of, by)) }
      }
    }
    return uses
  }

  /// How often an entry is used in the calculation of another.
  public var useCount: Int { instructions.count { $0.operation == .entry } }

  /// How many entries there are.
  public var count: Int { given.count }

  /// The quantity of an entry.
  public func quantity(of id: ID) -> Quantity { quantities[Int(quantity[id])] }

  /// The line that an entry comes from; `nil` where it is given.
  public func definition(of id: ID) -> Definition? {
    definition[id] < 0 ? nil : definitions[Int(definition[id])]
  }

  /// The indices of an entry; none of a number.
  public func indices(of id: ID) -> [Int] {
    let first = Int(firstIndex[id])
    return indices[first..<(first + quantity(of: id).rank)].map { Int($0) }
  }

  /// The entry with these indices of a quantity; `nil` where there is none.
  public func entry(_ quantity: Quantity, at key: [Int]) -> ID? {
    guard key.count == quantity.rank else { return nil }
    var (low, high) = (0, quantity.entries.count)
    while low < high {
      let middle = (low + high) / 2
      if indices(of: quantity.entries[middle]).lexicographicallyPrecedes(key) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < quantity.entries.count, indices(of: quantity.entries[low]) == key else { return nil }
    return quantity.entries[low]
  }

  /// The entry that a symbol names; `nil` where there is none.
  public func entry(_ symbol: Symbol) -> ID? {
    let whole = symbol.whole
    guard let quantity = quantity(named: whole.name), quantity.symbol == whole else { return nil }
    return entry(quantity, at: Array(symbol.indices))
  }

  /// The entry of a name as it is typed, `W[1,3]`; `nil` where there is none, and for a constant.
  public func entry(named text: String) -> ID? {
    let parts = text.split(separator: "[", maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = parts.first, let quantity = quantity(named: String(name)), !quantity.isConstant else {
      return nil
    }
    guard parts.count > 1 else { return entry(quantity, at: []) }
    guard parts[1].hasSuffix("]") else { return nil }
    let key = parts[1].dropLast().split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
    return key.contains(nil) ? nil : entry(quantity, at: key.compactMap { $0 })
  }

  private func quantity(named name: String) -> Quantity? { places[name].map { quantities[$0] } }

  /// Whether an entry is one of those that a lesson gives, and no constant and no index.
  public func isParameter(_ id: ID) -> Bool {
    given[id] != nil && !quantity(of: id).isConstant && !quantity(of: id).isIndex
  }

  /// The same graph with other numbers for some of those that are given.
  public func giving(_ numbers: [ID: Numeral]) -> Graph {
    with(result, given: given.enumerated().map { id, old in old.map { numbers[id] ?? $0 } })
  }

  /// The same graph with another result.
  public func deriving(_ result: Result) -> Graph { with(result, given: given) }

  /// The same with one of its entries as the result.
  public func deriving(_ id: ID) -> Graph {
    deriving(Result(name: symbol(of: id).name, entries: [id], seeds: nil))
  }

  private func with(_ result: Result, given: [Numeral?]) -> Graph {
    Graph(
      quantities: quantities, definitions: definitions, places: places, result: result, given: given,
      quantity: quantity, definition: definition, firstIndex: firstIndex, indices: indices,
      firstInstruction: firstInstruction,
      instructions: instructions, numerals: numerals)
  }

  /// How an entry follows from others: in the order of a stack machine, arguments before what is done with them.
  func code(of id: ID) -> ArraySlice<Instruction> { instructions[places(of: id)] }

  /// Where its code stands among all instructions: a loop that looks there shares no slice of them.
  func places(of id: ID) -> Range<Int> { Int(firstInstruction[id])..<Int(firstInstruction[id + 1]) }

  /// Whether it is a number of the lesson, and no line says how to compute it.
  func isGiven(_ id: ID) -> Bool { definition[id] < 0 }
}
