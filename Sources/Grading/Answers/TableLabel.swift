import Texts

/// What a cell of the heading of a table, or the first cell of a row, says of a name: `z1`, `layer 1 z`, `from 2`, `Ableitung`.
struct TableLabel {
  /// What a number in a label counts.
  enum Count {
    case layer, neuron, example, step
    /// The row and the column of a matrix.
    case row, column
  }

  /// A name, or what of a name is left without its layer: z1, z, ∂C/∂w.
  var name: Range<Int>?
  /// Layer 1, neuron 2.
  var numbers: [Count: Int] = [:]
  /// What the numbers below it count.
  var count: Count?
  /// Numbers of which nothing says what they count.
  var bare: [Int] = []
  /// Whether it is about the derivative by what is named.
  var isGradient = false
  /// Whether a word says that it is about the value of what is named.
  var isValue = false

  /// Says nothing.
  init() {}

  var isEmpty: Bool {
    name == nil && count == nil && numbers.isEmpty && bare.isEmpty && !isGradient && !isValue
  }

  /// Whether it has numbers and nothing else.
  var isNumbers: Bool {
    name == nil && count == nil && !isGradient && !isValue && !(bare.isEmpty && numbers.isEmpty)
  }

  /// Both together; `nil` where they contradict each other.
  func adding(_ other: TableLabel) -> TableLabel? {
    guard name == nil || other.name == nil, Set(numbers.keys).isDisjoint(with: other.numbers.keys) else {
      return nil
    }
    var sum = self
    sum.name = name ?? other.name
    sum.numbers.merge(other.numbers) { first, _ in first }
    sum.bare += other.bare
    sum.isGradient = isGradient || other.isGradient
    return sum
  }

  /// What the name may be, with its numbers; where nothing says what a number counts, with each thing that it may count.
  func spellings(in cell: Cursor) -> [String] {
    guard let name, bare.count < 3 else { return [] }
    var text = cell.text(name)
    if let layer = numbers[.layer] { text = Self.name(text, ofLayer: layer) }
    let places = [numbers[.row], numbers[.column]].compactMap { $0 }
    let entry = places.isEmpty ? "" : "[" + places.map { "\($0)" }.joined(separator: ",") + "]"
    let inner = (numbers[.neuron].map { "[\($0)]" } ?? "") + entry
    let example = numbers[.example].map { "@\($0)" } ?? ""
    // Behind the name, or within the last braces of a fraction.
    func with(_ marks: String) -> [String] { [text + marks, Self.added(marks, to: text)] }
    guard let number = bare.first else { return with(inner + example) }
    if bare.count == 2 {
      // The columns of a matrix may be examples.
      return with("[\(number),\(bare[1])]" + example) + with("[\(number)]@\(bare[1])")
        + (number == 1 ? with("@\(bare[1])") : []) + (bare[1] == 1 ? with("[\(number)]") : [])
    }
    let ofLayer = numbers[.layer] == nil ? [Self.name(text, ofLayer: number) + inner + example] : []
    return ofLayer + with(inner + "[\(number)]" + example)
      + (example.isEmpty ? with(inner + "@\(number)") : [])
  }

  /// z1 for z, and ∂C/∂w^(1) for ∂C/∂w^(l).
  static func name(_ name: String, ofLayer layer: Int) -> String {
    for letter in ["(l)", "[l]", "{l}", "_l", "^l"] {
      if let place = name.ranges(of: letter).last {
        return name[..<place.lowerBound] + letter.replacing("l", with: "\(layer)") + name[place.upperBound...]
      }
    }
    return added("\(layer)", to: name)
  }

  /// With something more before the braces that close it.
  private static func added(_ marks: String, to name: String) -> String {
    let closers = name.reversed().prefix { "})".contains($0) }.count
    return name.dropLast(closers) + marks + name.suffix(closers)
  }
}
