import Formulas

/// Sets the members of a family: the first of each shape as any other text, and the rest by filling in its gaps.
struct FamilySetter<Content: Hashable & Sendable> {
  private let family: Family<Content>
  private let set: (Content) -> String
  private var gaps = Gaps()
  /// `nil` for shapes that have to be set one by one.
  private var templates: [Shape: Template?] = [:]

  private struct Shape: Hashable {
    let form: Int
    let gaps: Gaps.Shape
  }

  /// `set` is the writer's own way.
  init(_ family: Family<Content>, set: @escaping (Content) -> String) {
    self.family = family
    self.set = set
  }

  /// Writes all members, in pieces that are neither many nor long.
  mutating func write(_ emit: (String) throws -> Void) rethrows {
    var text: [UInt8] = []
    for place in 0..<family.count {
      write(place, to: &text)
      if text.count >= 1 << 14 {
        try emit(String(decoding: text, as: UTF8.self))
        text.removeAll(keepingCapacity: true)
      }
    }
    if !text.isEmpty { try emit(String(decoding: text, as: UTF8.self)) }
  }

  private mutating func write(_ place: Int, to text: inout [UInt8]) {
    guard let form = family.form(at: place, &gaps) else {
      return text.append(contentsOf: set(family.single(at: place)).utf8)
    }
    let shape = Shape(form: form, gaps: gaps.shape)
    if let known = templates[shape] {
      if let known { return known.fill(gaps.text, into: &text) }
      return text.append(contentsOf: set(family.content(form, gaps.all)).utf8)
    }
    let full = Array(set(family.content(form, gaps.all)).utf8)
    text += full
    // Whatever the gaps were found to be: here they have to give what they came from.
    let template = template(form)
    var filled: [UInt8] = []
    template?.fill(gaps.text, into: &filled)
    templates[shape] = .some(filled == full ? template : nil)
  }

  /// Finds the gaps: where the text changes when nothing but their digits do, each from one of its own to the next.
  private func template(_ form: Int) -> Template? {
    func sample(_ shift: UInt8) -> [UInt8] {
      let gaps = gaps.all.enumerated().map { $1.sample(Template.digit($0) + shift) }
      return Array(set(family.content(form, gaps)).utf8)
    }
    return Template(sample(0), sample(1), gaps.places)
  }
}

/// A text with gaps.
private final class Template {
  private struct Hole {
    let start: Int
    /// Which of the digits of all gaps.
    let digits: Range<Int>
  }

  private let text: [UInt8]
  private let holes: [Hole]

  /// By what digit a gap is known, from 2 to 8: a 1 might be left out somewhere.
  static func digit(_ gap: Int) -> UInt8 { UInt8(ascii: "2") + UInt8(truncatingIfNeeded: gap) }

  /// The holes are where the two texts differ; `nil` where that is not what the digits of the gaps would make.
  init?(_ text: [UInt8], _ next: [UInt8], _ gaps: [Range<Int>]) {
    guard text.count == next.count else { return nil }
    var holes: [Hole] = []
    var place = 0
    while place < text.count {
      guard text[place] != next[place] else {
        place += 1
        continue
      }
      guard let gap = gaps.indices.first(where: { Self.digit($0) == text[place] }) else { return nil }
      let end = place + gaps[gap].count
      guard place < end, end <= text.count,
        (place..<end).allSatisfy({ text[$0] == Self.digit(gap) && next[$0] == Self.digit(gap) + 1 })
      else { return nil }
      holes.append(Hole(start: place, digits: gaps[gap]))
      place = end
    }
    self.text = text
    self.holes = holes
  }

  /// Writes the text behind another, with the digits of all gaps in the holes.
  func fill(_ digits: [UInt8], into filled: inout [UInt8]) {
    let start = filled.count
    filled += text
    var filled = filled.mutableSpan
    let digits = digits.span
    for hole in holes {
      var place = start + hole.start
      for digit in hole.digits {
        filled[place] = digits[digit]
        place += 1
      }
    }
  }
}
