import Backprop
import Formulas

@testable import Documents

/// A sentence of a document, found by its words, with what stands in their gaps.
struct Saying {
  /// What stands in a gap: words, and the mathematics among them.
  struct Gap {
    let text: String
    let equations: [Equation]

    var count: Int? { text == "one" ? 1 : text == "two" || text == "both" ? 2 : Int(text) }
    var formula: Formula? { equations.first?.left }
    var number: Double? { numeral?.number }
    private var numeral: Formula? { equations.first.map { $0.sides.last?.formula ?? $0.left } }

    /// Whether it is a value, rounded to the digits shown; `uncertainty` is how far the value itself may be off.
    func shows(_ value: Double, uncertainty: Double = 0) -> Bool {
      numeral?.shows(value, uncertainty: uncertainty) ?? false
    }

    /// Whether it is a value to one unit of its last digit.
    func isWithinUnit(of value: Double) -> Bool {
      numeral?.shows(value, uncertainty: numeral?.unit ?? 0) ?? false
    }
  }

  /// The words, with {} for a gap.
  let words: String
  let gaps: [Gap]
  /// The blocks of the document, and which of them says it.
  let blocks: [Block]
  let place: Int

  /// The equations from here to the next heading or paragraph.
  var equationsAfter: [Equation] {
    blocks[(place + 1)...].prefix { $0.holdsEquations }.flatMap(\.equations)
  }
  /// The equation right before.
  var equationBefore: Equation? { blocks[..<place].last?.equations.last }
  /// The headings above it of a level, the last first.
  func headings(_ level: Int) -> [String] {
    blocks[..<place].reversed().compactMap { block in
      if case .heading(level, let prose) = block { DocumentReader.plain(prose) } else { nil }
    }
  }
  /// The layer that the last heading names.
  var layer: Int? { headings(3).first.flatMap { Int($0.drop { !$0.isNumber }) } }
  /// The example, counted from 0, that the last heading names; the first where there is one only.
  var example: Int {
    (headings(2).first { $0.hasPrefix("Example ") }.flatMap { Int($0.dropFirst(8).prefix { $0.isNumber }) }
      ?? 1) - 1
  }
}

extension Block {
  fileprivate var holdsEquations: Bool {
    switch self {
    case .equation, .family: true
    case .heading, .paragraph, .matrix, .table, .chain, .network, .graph, .bars, .plot, .verbatim, .questions:
      false
    }
  }
}

extension Formula {
  /// What is written, if it is a number, with its sign.
  var number: Double? {
    switch self {
    case .number(let numeral): numeral.value
    case .negative(.number(let numeral)): -numeral.value
    default: nil
    }
  }

  /// Whether it is a number that a value is rounded to.
  func shows(_ value: Double, uncertainty: Double = 0) -> Bool {
    guard let number else { return false }
    return (number - value).magnitude <= 0.5000001 * unit + 1e-12 * value.magnitude + uncertainty
  }

  /// One unit of the last digit.
  var unit: Double {
    var unit = 0.0
    forEachPart { if case .number(let numeral) = $0 { unit = numeral.unit } }
    return unit
  }

  var symbol: Symbol? { if case .symbol(let symbol) = self { symbol } else { nil } }
}

/// Takes the paragraphs of a document apart into sentences of a list.
struct DocumentReader {
  private struct Template {
    let words: String
    let pieces: [[Unicode.Scalar]]
  }

  private static let mathematics: Unicode.Scalar = "\u{FFFC}"
  private static var writer: TextWriter { TextWriter(notation: .threeBlueOneBrown) }
  /// By their first letters; those that begin with a gap are tried everywhere.
  private var templates: [[Unicode.Scalar]: [Template]] = [:]
  private var startingWithGap: [Template] = []

  init(_ all: [String]) {
    for words in all.sorted(by: { $0.count > $1.count }) {
      var pieces: [[Unicode.Scalar]] = [[]]
      var rest = Substring(words)
      while let next = rest.first {
        if rest.hasPrefix("{}") {
          pieces.append([])
          rest = rest.dropFirst(2)
        } else {
          pieces[pieces.count - 1] += next.unicodeScalars
          rest = rest.dropFirst()
        }
      }
      let template = Template(words: words, pieces: pieces)
      if pieces[0].count < 3 {
        startingWithGap.append(template)
      } else {
        templates[Array(pieces[0].prefix(3)), default: []].append(template)
      }
    }
  }

  static func plain(_ prose: Prose) -> String { writer.inline(prose) }

  /// The sentences of a document, and the paragraphs in which there is one that is in no list.
  func read(_ blocks: [Block]) -> (said: [Saying], unknown: [String]) {
    var (said, unknown): ([Saying], [String]) = ([], [])
    for (place, block) in blocks.enumerated() {
      guard case .paragraph(let prose) = block else { continue }
      let (text, equations) = Self.flat(prose)
      var start = 0
      while start < text.count {
        if text[start] == " " {
          start += 1
        } else if let (template, gaps, end) = match(text, start) {
          said.append(
            Saying(
              words: template.words, gaps: gaps.map { Self.gap(text, $0, equations) }, blocks: blocks,
              place: place))
          start = end
        } else {
          unknown.append(Self.gap(text, start..<text.count, equations).text)
          start = text.count
        }
      }
    }
    return (said, unknown)
  }

  /// The words, with a sign for each piece of mathematics.
  private static func flat(_ prose: Prose) -> (text: [Unicode.Scalar], equations: [Equation]) {
    var (text, equations): ([Unicode.Scalar], [Equation]) = ([], [])
    for piece in prose.pieces {
      switch piece {
      case .math(let equation):
        text.append(mathematics)
        equations.append(equation)
      case .strong(let inner), .emphasis(let inner), .link(let inner, _):
        let (words, more) = flat(inner)
        text += words
        equations += more
      case .text, .code, .term, .error: text += plain(Prose([piece])).unicodeScalars
      }
    }
    return (text, equations)
  }

  private static func gap(_ text: [Unicode.Scalar], _ range: Range<Int>, _ equations: [Equation])
    -> Saying.Gap
  {
    let first = text[..<range.lowerBound].count { $0 == mathematics }
    var own: [Equation] = []
    var words = ""
    for letter in text[range] {
      if letter == mathematics {
        let equation = equations[first + own.count]
        words += plain("\(equation)")
        own.append(equation)
      } else {
        words.unicodeScalars.append(letter)
      }
    }
    return Saying.Gap(text: words, equations: own)
  }

  private func match(
    _ text: [Unicode.Scalar], _ start: Int
  ) -> (Template, gaps: [Range<Int>], end: Int)? {
    let candidates = templates[Array(text[start...].prefix(3))] ?? []
    for template in candidates + startingWithGap {
      if let (gaps, end) = match(template, text, start) { return (template, gaps, end) }
    }
    return nil
  }

  private func match(_ template: Template, _ text: [Unicode.Scalar], _ start: Int) -> ([Range<Int>], Int)? {
    func stands(_ piece: [Unicode.Scalar], at place: Int) -> Bool {
      place + piece.count <= text.count && zip(piece, text[place...]).allSatisfy { $0 == $1 }
    }
    guard stands(template.pieces[0], at: start) else { return nil }
    var (place, gaps) = (start + template.pieces[0].count, [Range<Int>]())
    for piece in template.pieces.dropFirst() {
      // No gap reaches over the end of a sentence.
      guard
        let end = (place..<text.count).prefix(while: { end in
          end < 2 || end - 2 < place || !(text[end - 1] == " " && ".:".unicodeScalars.contains(text[end - 2]))
        }).first(where: { stands(piece, at: $0) })
      else { return nil }
      gaps.append(place..<end)
      place = end + piece.count
    }
    return (gaps, place)
  }
}
