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

  /// Whether an entry is one of those that a lesson gives, and no constant and no index.
  public func isParameter(_ id: ID) -> Bool {
    given[id] != nil && !quantity(of: id).isConstant && !quantity(of: id).isIndex
  }

  /// How an entry follows from others: in the order of a stack machine, arguments before what is done with them.
  func code(of id: ID) -> ArraySlice<Instruction> {
    instructions[Int(firstInstruction[id])..<Int(firstInstruction[id + 1])]
  }
}
