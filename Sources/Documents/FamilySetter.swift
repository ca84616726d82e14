import Formulas

/// Sets the members of a family: the first of each shape as any other text, and the rest by filling in its gaps.
///
/// Members have the same shape where their form is the same, and what stands in each gap has the same sign, power of ten
/// and number of characters: so all that a writer decides, on parentheses or on where a line ends, is the same as well.
struct FamilySetter<Content: Hashable & Sendable> {
  private let family: Family<Content>
  private let set: (Content) -> String
  /// `nil` for shapes that have to be set one by one.
  private var templates: [Shape: Template?] = [:]

  /// `set` is the writer's own way.
  init(_ family: Family<Content>, set: @escaping (Content) -> String) {
    self.family = family
    self.set = set
  }

  /// The text of the member at a place.
  mutating func text(at place: Int) -> String {
    switch family.member(at: place) {
    case .other(let content): return set(content)
    case .form(let form, let gaps):
      let texts = gaps.map(\.text)
      guard let shape = Shape(form, gaps, texts) else { return set(family.content(form, gaps)) }
      if let known = templates[shape] { return known?.filled(texts) ?? set(family.content(form, gaps)) }
      let text = set(family.content(form, gaps))
      let template = template(form, gaps)
      // Whatever the gaps were found to be: here they have to give what they came from.
      templates[shape] = .some(template?.filled(texts) == text ? template : nil)
      return text
    }
  }

  /// Finds the gaps: where the text changes when nothing but the digits of one of them do.
  private func template(_ form: Int, _ gaps: [Gap]) -> Template? {
    let samples = gaps.map { $0.sample("4") }
    let text = Array(set(family.content(form, samples)).utf8)
    var holes: [Template.Hole] = []
    for (gap, value) in gaps.enumerated() {
      var changed = samples
      changed[gap] = value.sample("5")
      let other = Array(set(family.content(form, changed)).utf8)
      guard let places = Template.places(where: text, differsFrom: other, length: value.text.utf8.count)
      else { return nil }
      holes += places.map { Template.Hole(start: $0, length: value.text.utf8.count, gap: gap) }
    }
    return Template(text, holes.sorted { $0.start < $1.start })
  }
}

/// A text with gaps.
private struct Template {
  struct Hole {
    let start: Int
    let length: Int
    let gap: Int
  }

  /// What stands before each gap.
  private var pieces: [(text: String, gap: Int)] = []
  private var end = ""
  /// Of the whole text, which is the same for all of a shape.
  private let length: Int

  init(_ text: [UInt8], _ holes: [Hole]) {
    length = text.count
    var place = 0
    for hole in holes where hole.start >= place {
      pieces.append((String(decoding: text[place..<hole.start], as: UTF8.self), hole.gap))
      place = hole.start + hole.length
    }
    end = String(decoding: text[place...], as: UTF8.self)
  }

  func filled(_ gaps: [String]) -> String {
    var text = ""
    text.reserveCapacity(length)
    for piece in pieces {
      text += piece.text
      text += gaps[piece.gap]
    }
    text += end
    return text
  }

  /// Where runs of so many bytes differ; `nil` where the differences are none of that length.
  static func places(where text: [UInt8], differsFrom other: [UInt8], length: Int) -> [Int]? {
    guard text.count == other.count, length > 0 else { return nil }
    var places: [Int] = []
    var place = 0
    while place < text.count {
      guard text[place] != other[place] else {
        place += 1
        continue
      }
      let end = place + length
      guard end <= text.count, (place..<end).allSatisfy({ text[$0] != other[$0] }) else { return nil }
      places.append(place)
      place = end
    }
    return places
  }
}

/// What decides how a member is set, but for the digits in its gaps.
private struct Shape: Hashable {
  private let form: Int
  /// Sixteen bits for each gap.
  private let gaps: UInt128

  /// `nil` for more than eight gaps, and for numbers that are seldom: fractions, and those of very many digits.
  init?(_ form: Int, _ gaps: [Gap], _ texts: [String]) {
    guard gaps.count <= 8 else { return nil }
    self.form = form
    var bits: UInt128 = 0
    for (gap, text) in zip(gaps, texts) {
      let length = text.utf8.count
      guard length < 32 else { return nil }
      var code = length
      if case .number(let numeral) = gap {
        guard numeral.denominator == nil, (-400...400).contains(numeral.exponent ?? 0) else { return nil }
        code |= numeral.isNegative ? 1 << 5 : 0
        code |= (numeral.exponent.map { $0 + 401 } ?? 0) << 6
      }
      bits = bits &<< 16 | UInt128(truncatingIfNeeded: code)
    }
    self.gaps = bits
  }
}

extension Gap {
  /// What is filled in.
  var text: String {
    switch self {
    case .index(let index): String(index)
    case .number(let numeral): numeral.digits
    }
  }

  /// One of the same shape whose digits are all the same.
  func sample(_ digit: Character) -> Gap {
    let digits = String(repeating: digit, count: text.utf8.count)
    switch self {
    case .index: return .index(Int(digits) ?? 0)
    case .number(let numeral): return .number(numeral.with(digits: digits))
    }
  }
}
