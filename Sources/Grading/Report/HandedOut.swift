import Texts

/// Which variant each person was given: a table of names and seeds.
package struct HandedOut: Sendable {
  private let seeds: [String: UInt64]
  /// The names as they are written, in the order of the list.
  private let names: [String]

  /// Reads lines such as `ada,7`, in UTF-8.
  ///
  /// A tab, a semicolon or a comma separates the two. A first line with a word such as name or variant is a heading.
  ///
  /// Throws a problem at the first line that cannot be read.
  package init(_ bytes: [UInt8]) throws(Problem) {
    if let problem = UTF8Text.problem(in: bytes) { throw problem }
    let start = bytes.starts(with: UTF8Text.byteOrderMark) ? UTF8Text.byteOrderMark.count : 0
    var seeds: [String: UInt64] = [:]
    var names: [String] = []
    var isFirst = true
    for line in bytes[start...].split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let text = String(decoding: line, as: UTF8.self)
      if text.allSatisfy(\.isWhitespace) { continue }
      let range = line.startIndex..<line.endIndex
      let separator = "\t;,".first(where: text.contains) ?? ","
      let cells = text.split(separator: separator).map(Self.cell)
      let isHeading = isFirst && cells.contains { Self.headings.contains($0.lowercased()) }
      isFirst = false
      guard cells.count > 1, let seed = UInt64(cells[1]) else {
        if isHeading { continue }
        throw Problem(
          at: range,
          cells.count > 1
            ? "\(shortened(cells[1])) is no seed of a variant, which is a whole number from 0 to \(UInt64.max); "
              + "each line is a name and such a number, as in ada,7"
            : "each line is a name and the seed of a variant, such as ada,7")
      }
      let name = cells[0].lowercased()
      if let other = seeds[name], other != seed {
        throw Problem(
          at: range, "\(quoted(cells[0])) is listed with two variants; remove one of the two lines")
      }
      if seeds.updateValue(seed, forKey: name) == nil { names.append(cells[0]) }
    }
    guard !seeds.isEmpty else {
      throw Problem(
        at: 0..<0, "the list is empty; each line is a name and the seed of a variant, such as ada,7")
    }
    (self.seeds, self.names) = (seeds, names)
  }

  private static let headings: Set<String> = [
    "name", "names", "student", "person", "variant", "seed", "number", "variante", "nummer", "teilnehmer",
    "studierende", "姓名", "学生", "学号", "变体", "种子",
  ]

  private static func cell(_ text: Substring) -> String {
    text.trimmed { $0.isWhitespace || $0 == "\"" }
  }

  /// The variants in the list, each once.
  package var variants: [UInt64] { Set(seeds.values).sorted() }

  /// The people in the list who have none of these names.
  func missing(besides present: [String]) -> [String] {
    let present = Set(present.map { $0.lowercased() })
    return names.filter { !present.contains($0.lowercased()) }
  }

  /// The variant of the first of these names that is in the list.
  package func variant(of names: [String]) -> UInt64? {
    names.lazy.compactMap { seeds[$0.lowercased()] }.first
  }

  /// The first of these names that is in the list, in small letters.
  package func person(of names: [String]) -> String? {
    names.lazy.map { $0.lowercased() }.first { seeds[$0] != nil }
  }
}
