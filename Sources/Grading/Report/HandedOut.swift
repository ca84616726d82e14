import Texts

/// Which variant each person was given: a table of names and seeds.
package struct HandedOut: Sendable {
  private let seeds: [String: UInt64]
  /// The names as they are written, in the order of the list.
  private let names: [String]

  /// Reads lines such as `ada,7`, in UTF-8.
  ///
  /// A comma, a semicolon or a tab separates the two. A first line without a seed is
  /// a heading.
  ///
  /// Throws a problem at the first line that cannot be read.
  package init(_ bytes: [UInt8]) throws(Problem) {
    if let problem = UTF8Text.problem(in: bytes) { throw problem }
    let start = bytes.starts(with: UTF8Text.byteOrderMark) ? UTF8Text.byteOrderMark.count : 0
    var seeds: [String: UInt64] = [:]
    var names: [String] = []
    var first = true
    for line in bytes[start...].split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let text = String(decoding: line, as: UTF8.self)
      if text.allSatisfy(\.isWhitespace) { continue }
      let range = line.startIndex..<line.endIndex
      let cells = text.split(whereSeparator: { ",;\t".contains($0) }).map(Self.cell)
      guard cells.count > 1, let seed = UInt64(cells[1]) else {
        guard first, cells.count > 1 else {
          throw Problem(at: range, "each line is a name and the seed of a variant, such as ada,7")
        }
        first = false
        continue
      }
      first = false
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

  private static func cell(_ text: Substring) -> String {
    text.trimmed { $0.isWhitespace || $0 == "\"" }
  }

  /// The variants in the list, each once.
  package var variants: [UInt64] { Set(seeds.values).sorted() }

  /// Whether the list has a person of this name.
  package func has(_ name: String) -> Bool { seeds[name.lowercased()] != nil }

  /// The people in the list who have none of these names.
  func missing(besides present: [String]) -> [String] {
    let present = Set(present.map { $0.lowercased() })
    return names.filter { !present.contains($0.lowercased()) }
  }

  /// The variant of the first of these names that is in the list.
  func variant(of names: [String]) -> UInt64? {
    names.lazy.compactMap { seeds[$0.lowercased()] }.first
  }
}
