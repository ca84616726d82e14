import Formulas
import Texts

/// What has the shape of a symbol's name, whether or not a lesson has such a quantity: its parts, as text.
struct SymbolShape: Hashable {
  var isNew = false
  var letter: String
  /// The layer, or for C the example.
  var number = ""
  /// With the brackets and without blanks: `[1,3]`.
  var brackets = ""
  var example = ""

  /// As `Symbol.name` has it.
  var text: String {
    (isNew ? "new " : "") + letter + number + brackets + (example.isEmpty ? "" : "@" + example)
  }

  /// The example that it says it belongs to.
  var ownExample: String { letter == "C" ? number : example }

  /// As written, and without the brackets that a single neuron need not have.
  var variants: [SymbolShape] {
    guard brackets == "[1]" || brackets == "[1,1]" else { return [self] }
    var plain = self
    plain.brackets = ""
    return [self, plain]
  }

  /// Without neurons and example.
  fileprivate var bare: SymbolShape {
    SymbolShape(isNew: isNew, letter: letter, number: letter == "C" ? "" : number)
  }
}

/// What has the shape of a quantity's name.
enum NameShape: Hashable {
  case symbol(SymbolShape)
  case derivative(SymbolShape, by: SymbolShape)
  /// A name of a lesson of named quantities.
  case known(Formula)
  /// What is built like one, and is none.
  case stranger(String)

  /// As names are written in the contract.
  var text: String {
    switch self {
    case .symbol(let symbol): symbol.text
    case .derivative(let of, let by): "d\(of.text)/d\(by.text)"
    case .known(let formula): formula.answerName ?? ""
    case .stranger(let text): text
    }
  }

  /// The same without neurons and example.
  var bare: NameShape {
    switch self {
    case .symbol(let symbol): .symbol(symbol.bare)
    case .derivative(let of, let by): .derivative(of.bare, by: by.bare)
    case .known, .stranger: self
    }
  }
}

/// Names, as people type them.
extension Cursor {
  /// Takes a name, if what is next has the shape of one.
  mutating func takeName() -> NameShape? {
    var ahead = self
    guard let shape = ahead.name() else { return nil }
    self = ahead
    return shape
  }

  private mutating func name() -> NameShape? {
    if let error = either({ $0.error() }) { return error }
    if let slope = either({ $0.slope() }) { return slope }
    if let ratio = either({ $0.ratio() }) { return ratio }
    return symbol().map { .symbol($0) }
  }

  /// Goes on only where there is a result.
  private mutating func either(_ rule: (inout Cursor) -> NameShape?) -> NameShape? {
    var ahead = self
    guard let shape = rule(&ahead) else { return nil }
    self = ahead
    return shape
  }

  /// δ2[1], which is ∂C/∂z2[1].
  private mutating func error() -> NameShape? {
    guard take("delta") || take("δ"), let z = place(of: "z") else { return nil }
    return .derivative(SymbolShape(letter: "C"), by: z)
  }

  /// σ′(z2[1]), which is ∂a2[1]/∂z2[1].
  private mutating func slope() -> NameShape? {
    guard take("sigma") || take("σ"), takePrime() else { return nil }
    skipBlanks()
    guard take("(") else { return nil }
    skipBlanks()
    guard take("z"), let z = place(of: "z") else { return nil }
    skipBlanks()
    guard take(")") else { return nil }
    var a = z
    a.letter = "a"
    return .derivative(a, by: z)
  }

  mutating func takePrime() -> Bool {
    take("_prime") || take("prime") || take(oneOf: ["'", "′", "’"])
  }

  /// ∂ of one by another.
  private mutating func ratio() -> NameShape? {
    guard take("d") || take("∂") else { return nil }
    skipBlanks()
    guard let of = symbol() else { return nil }
    skipBlanks()
    guard take("/") else { return nil }
    skipBlanks()
    guard take("d") || take("∂") else { return nil }
    skipBlanks()
    return symbol().map { .derivative(of, by: $0) }
  }

  private mutating func symbol() -> SymbolShape? {
    guard take("new") else { return oldSymbol() }
    skipBlanks()
    var shape = oldSymbol()
    shape?.isNew = true
    return shape
  }

  private mutating func oldSymbol() -> SymbolShape? {
    if take("eta") || take("η") { return isInWord ? nil : SymbolShape(letter: "eta") }
    for letter: Unicode.Scalar in ["w", "b", "z", "a", "x", "y", "C", "R"] where take(letter) {
      return place(of: String(letter))
    }
    return nil
  }

  /// What follows the letter: the layer, the neurons, the example.
  private mutating func place(of letter: String) -> SymbolShape? {
    var shape = SymbolShape(letter: letter)
    shape.number = digits()
    if ["w", "b", "z", "a"].contains(letter), shape.number.isEmpty { return nil }
    if letter == "x", shape.number.isEmpty { (shape.letter, shape.number) = ("a", "0") }
    if letter != "C", letter != "R", let brackets = takeBrackets() { shape.brackets = brackets }
    if let example = takeExample() { shape.example = example }
    return isInWord ? nil : shape
  }

  private var isInWord: Bool {
    guard let next else { return false }
    return Self.isLetter(next) || next == "_" || next == "⁽" || Self.isDigit(byte(0))
  }

  /// What stands in brackets, whatever it is, if it is short; a wrong one is said to name nothing.
  private mutating func takeBrackets() -> String? {
    var ahead = self
    ahead.skipBlanks()
    guard ahead.take("[") else { return nil }
    var inner = ""
    while let next = ahead.next, next != "]", inner.utf8.count < 24 {
      if !Self.isBlank(next) { inner.unicodeScalars.append(next) }
      ahead.skip()
    }
    guard ahead.take("]") else { return nil }
    self = ahead
    return "[" + inner + "]"
  }

  private mutating func takeExample() -> String? {
    var ahead = self
    ahead.skipBlanks()
    guard ahead.take("@") else { return nil }
    ahead.skipBlanks()
    let number = ahead.digits()
    guard !number.isEmpty else { return nil }
    self = ahead
    return number
  }
}
