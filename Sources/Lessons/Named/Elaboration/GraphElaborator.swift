import Backprop
import Formulas
import Texts

/// Makes a graph of what is given and of lines of definitions.
///
/// First the names are looked up, then the letters get their ranges and the lines their shapes, so that all entries are known;
/// then the entries are written one by one, each after those that it needs. No step depends on the numbers that are given,
/// but for those that stand in indices. What is wrong is gathered on the way; a line of which something was said says no more.
struct GraphElaborator {
  /// Why a part cannot be put together now.
  enum Halt: Error {
    /// Something is wrong at a place of the line.
    case problem(Range<Int>, String)
    /// It uses something of which a problem was said.
    case broken
    /// It needs the shape of a quantity that is not known yet.
    case waits(for: Int)
    /// There is more of everything than is read.
    case tooMuch(Range<Int>, String)
  }

  /// What is nearest around a part.
  enum Surroundings { case line, function, matrixProduct }

  /// A value for a letter that stands for nothing now.
  static let unbound = Int.min

  let lexicon: Lexicon
  var problems: ProblemList
  var quantities: [KnownQuantity] = []
  var lines: [DefinitionLine] = []
  /// The quantity of a name, and −1 for other names.
  var quantityOfName: [Int] = []
  /// Names of which was said that they are unknown.
  var unknownNames: Set<Int> = []

  // The entries, each with a slot.
  var keys: [Place] = []
  /// The line that defines it, and −1 for what is given.
  var lineOfSlot: [Int32] = []
  var quantityOfSlot: [Int32] = []
  /// The number of each slot in the graph, once its entry is written.
  var ids: [Int32] = []
  /// The numbers that are given, by slot.
  var given: [Numeral] = []

  // The state of the elaboration.
  var current = 0
  /// The values of letters, by their name.
  var letterValues: [Int] = []
  /// The letters that have values, from the outermost to the innermost.
  var bound: [Int] = []
  /// Whether the rows that are known of a quantity say how long its others are: where lines need each other.
  var takesFirstRows = false
  /// What the part stands in: in a function, as W in sum(W^2), what is taken entry by entry is meant so.
  var surroundings = Surroundings.line
  /// Whether all entries of the part become one, or a column.
  var isReduced = false
  /// The first two columns that are multiplied entry by entry.
  var productOfColumns: (left: String, right: String)?
  /// Whether the shape that is looked for is another for other values of the letters.
  var dependsOnLetters = false

  // What is written.
  var builder = Graph.Builder()
  var numberCodes: [Graph.Code] = []
  var code = Graph.Code()
  var useCount = 0
  /// How many values of letters were left out.
  var leftOutCount = 0
  var missing: [Int] = []
  var constants: [Int: Graph.ID] = [:]
  /// Whether a definition could not be read, so that its uses of quantities are unknown.
  var hasUnread = false
  /// Whether the name of something could not be read, so that any name may be that one.
  var hasNameless = false
  /// Whether the end of a limit was said.
  var isStopped = false

  init(_ lexicon: Lexicon, _ problems: ProblemList) {
    self.lexicon = lexicon
    self.problems = problems
  }

  /// The quantity of a name, if it has one.
  func quantity(named name: Int) -> Int? {
    guard name < quantityOfName.count, quantityOfName[name] >= 0 else { return nil }
    return quantityOfName[name]
  }

  /// The quantity of a name; a new one is added.
  mutating func addQuantity(_ name: Int) -> Int {
    if let known = quantity(named: name) { return known }
    while quantityOfName.count <= name { quantityOfName.append(-1) }
    quantityOfName[name] = quantities.count
    quantities.append(KnownQuantity(name: name))
    return quantities.count - 1
  }

  /// The value of a letter, if it stands for one.
  func value(ofLetter name: Int) -> Int? {
    guard name < letterValues.count, letterValues[name] != Self.unbound else { return nil }
    return letterValues[name]
  }

  mutating func bind(_ letter: Int, _ value: Int) {
    if letterValues[letter] == Self.unbound { bound.append(letter) }
    letterValues[letter] = value
  }

  mutating func unbind(_ letter: Int) {
    letterValues[letter] = Self.unbound
    if bound.last == letter { bound.removeLast() } else { bound.removeAll { $0 == letter } }
  }

  mutating func unbindAll() {
    for letter in bound { letterValues[letter] = Self.unbound }
    bound.removeAll(keepingCapacity: true)
  }

  /// Adds a slot for an entry.
  mutating func addSlot(_ key: Place, _ quantity: Int, line: Int) {
    keys.append(key)
    quantityOfSlot.append(Int32(clamping: quantity))
    lineOfSlot.append(Int32(clamping: line))
    ids.append(-1)
  }

  /// Adds a problem at a place of a line.
  mutating func add(_ line: Int, _ range: Range<Int>, _ message: String) {
    lines[line].isBroken = true
    problems.add(at: lines[line].places.range(range), message)
  }

  /// Says what stopped a line, if it was not said before.
  mutating func report(_ halt: Halt, of line: Int) {
    switch halt {
    case .problem(let range, let message): add(line, range, message)
    case .broken: lines[line].isBroken = true
    case .waits: break
    case .tooMuch(let range, let message):
      if !isStopped { add(line, range, message) }
      isStopped = true
    }
  }
}

/// How things are shown in sentences.
extension GraphElaborator {
  func shown(_ quantity: Int) -> String { shortened(lexicon.names[quantities[quantity].name]) }

  /// An entry by its indices: `h[1,:]`.
  func shown(_ quantity: Int, _ key: Place) -> String {
    let indices = key.list(quantities[quantity].rank ?? 0).map(String.init)
    return shown(quantity) + (indices.isEmpty ? "" : "[\(indices.joined(separator: ","))]")
  }

  /// A part of the line that is read, as it is written.
  func text(_ expression: Expression) -> String { text(expression.range, of: current) }

  func text(_ range: Range<Int>, of line: Int) -> String {
    let bytes = lines[line].text.utf8.dropFirst(range.lowerBound).prefix(range.count)
    return shortened(String(decoding: bytes, as: UTF8.self))
  }

  /// " at t = 1, i = 2": what the letters stand for now.
  var letterWords: String {
    if bound.isEmpty { return "" }
    return " at " + bound.map { "\(lexicon.names[$0]) = \(letterValues[$0])" }.joined(separator: ", ")
  }
}
