/// How a course writes: its letters, its words in a language, and its numbers; tables from what symbols and terms mean to how they look.
///
/// Names in JSON and in answers are the same in all of them.
public struct Notation: Hashable, Sendable {
  /// Whose letters they are; the raw value is the name on the command line.
  public enum Alphabet: String, CaseIterable, Hashable, Sendable {
    /// 3Blue1Brown's lessons: a^{(L)}, w_{jk}^{(L)}, C.
    case threeBlueOneBrown = "3b1b"
    /// M. Nielsen, Neural Networks and Deep Learning (2015), chapter 2: a^l_j, w^l_{jk}, δ^l_j, C_x.
    case nielsen
    /// Lecture slides of many a course: f before the activation, g after it, W_{i,j}^{(ℓ)}, ℒ.
    case slides
  }

  /// The letters.
  public let alphabet: Alphabet
  /// The language of the words.
  public let language: Language
  /// What numbers have before their decimals.
  public let decimal: DecimalSign
  /// The short names of the derivatives of one result, where they have some.
  public private(set) var derivatives: ShortDerivatives?

  /// These letters, words of this language, and its decimal sign or another.
  public init(
    _ alphabet: Alphabet = .threeBlueOneBrown, language: Language = .english, decimal: DecimalSign? = nil
  ) {
    self.alphabet = alphabet
    self.language = language
    self.decimal = decimal ?? language.decimal
  }

  /// In English, with the letters of 3Blue1Brown's lessons.
  public static let threeBlueOneBrown = Notation(.threeBlueOneBrown)
  /// In English, with the letters of Nielsen's book.
  public static let nielsen = Notation(.nielsen)
  /// In English, with the letters of lecture slides.
  public static let slides = Notation(.slides)
  /// All letters, in English.
  public static let inEnglish = Alphabet.allCases.map { Notation($0) }

  /// The same with short names for the derivatives of a result.
  public func naming(_ derivatives: ShortDerivatives?) -> Notation {
    var notation = self
    notation.derivatives = derivatives
    return notation
  }

  /// A letter with what stands below and above it.
  public struct Look: Hashable, Sendable {
    /// One letter, Greek ones as themselves, or a word.
    public let letter: String
    /// Above the letter.
    public internal(set) var accent: Accent?
    /// What a name has below by itself: digits, a letter, a word.
    public internal(set) var marks: [String] = []
    /// Below, on the right.
    public let below: String?
    /// Above, on the right: a layer, in parentheses where the course has them.
    public let above: String?
    /// The word that says it is the value after a step of gradient descent; `nil` of other values.
    public let newWord: String?
    /// Whether it is a matrix with its rows and columns exchanged.
    public internal(set) var isTransposed = false
    /// On the line, after all of that: indices in brackets.
    public internal(set) var behind = ""

    /// What stands above a letter, by its name.
    public enum Accent: String, CaseIterable, Hashable, Sendable {
      /// A roof, x̂.
      case hat
      /// A stroke, x̄.
      case bar
      /// A wave, x̃.
      case tilde
    }

    init(_ letter: String, below: String? = nil, above: String? = nil, newWord: String? = nil) {
      self.letter = letter
      self.below = below
      self.above = above
      self.newWord = newWord
    }
  }

  /// How a symbol looks.
  ///
  /// Of what belongs to an example only the cost says to which: the rest stands in a section about its example.
  public func look(of symbol: Symbol) -> Look {
    let letters = letters
    let layer = symbol.layer.map { letters.layersHaveParentheses ? "(\($0))" : "\($0)" }
    let below = indices(symbol)
    switch symbol.meaning {
    case .weight: return Look(letters.weight, below: below, above: layer)
    case .bias: return Look("b", below: below, above: layer)
    case .weightedInput: return Look(letters.weightedInput, below: below, above: layer)
    case .activation:
      if symbol.layer == 0, let input = letters.input { return Look(input, below: below) }
      return Look(letters.activation, below: below, above: layer)
    case .target: return Look("y", below: below)
    case .cost: return Look(letters.cost, below: symbol.example.map(String.init))
    case .penalty: return Look("R")
    case .learningRate: return Look("η")
    case .newWeight: return Look(letters.weight, below: below, above: layer, newWord: newWord)
    case .newBias: return Look("b", below: below, above: layer, newWord: newWord)
    case .newCost: return Look(letters.cost, newWord: newWord)
    case .otherTerms: return Look("⋯")
    case .path: return Look("P", below: below)
    case .entry: return Look("e", below: below)
    case .weightMatrix: return Look(letters.weightMatrix, above: layer)
    case .error: return Look(Self.error, above: layer)
    case .jacobian: return Look("J", above: layer)
    case .ones: return Look("𝟏")
    case .mask: return Look("m", above: layer)
    case .gradient: return Look("∇" + letters.cost)
    case .squaredGradient: return Look("‖∇\(letters.cost)‖²")
    case .squaredWeightGradient: return Look("‖∇[\(letters.weight)]\(letters.cost)‖²")
    case .named(let word): return Look(word, indices: symbol.indices)
    case .newNamed(let word): return Look(word, indices: symbol.indices, newWord: newWord)
    case .optimizer(let word): return look(of: word, layer, below, symbol.indices, newWord: nil)
    case .newOptimizer(let word): return look(of: word, layer, below, symbol.indices, newWord: newWord)
    // It is set from the looks of its parts.
    case .derivative: return Look(symbol.name)
    }
  }

  /// What an optimizer keeps of a weight or a bias has its letter below, and the rest as the parameter has it: v_{w,13}^{(2)}.
  private func look(of word: Word, _ layer: String?, _ below: String?, _ indices: Indices, newWord: String?)
    -> Look
  {
    let plain = Look(word, indices: layer == nil ? indices : [], newWord: newWord)
    guard let layer else { return plain }
    var look = Look(plain.letter, below: below, above: layer, newWord: newWord)
    look.accent = plain.accent
    look.marks = plain.marks.map { $0 == "w" ? letters.weight : $0 }
    return look
  }

  /// How ∂(above)/∂(below) looks where the course has a letter for it, δ for ∂C/∂z; `nil` elsewhere.
  public func shortLook(of above: Symbol, by below: Symbol) -> Look? {
    if let derivatives, above == derivatives.result { return derivatives.look(look(of: below)) }
    guard let error = letters.error, above.meaning == .cost, below.meaning == .weightedInput else {
      return nil
    }
    // Without a layer it is what the letter stands for, and not one of them.
    if below.layer == nil { return nil }
    // The total of several examples has an error of its own at each of them, which is not that of the example.
    if above.example == nil, below.example != nil { return nil }
    let look = look(of: below)
    return Look(error, below: look.below, above: look.above)
  }

  /// Whether a derivative has a letter, or a short name.
  public func hasShortName(of above: Symbol, by below: Symbol) -> Bool {
    shortLook(of: above, by: below) != nil || derivatives?.kind == .d && derivatives?.result == above
  }

  /// Whether the course has a letter for ∂C/∂z that stands in its place.
  public var hasLetterForError: Bool { letters.error != nil }

  /// Next to each other, and with a comma where one of them passes 9, or always.
  private func indices(_ symbol: Symbol) -> String? {
    guard !symbol.indices.isEmpty else { return nil }
    let needsComma =
      symbol.indices.count > 1 && (letters.indicesHaveCommas || symbol.indices.contains { $0 > 9 })
    return symbol.indices.text(separator: needsComma ? "," : "")
  }
}
