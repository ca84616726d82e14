import Texts

/// Matrices that a document in plain text has drawn over several lines, each written in one.
enum StackedMatrices {
  /// The text with as many lines as before; `nil` where it has no such matrices.
  static func inLines(_ text: [UInt8]) -> [UInt8]? {
    guard text.contains(UInt8(ascii: "[")) else { return nil }
    var lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)[...]
    var plain: [UInt8] = []
    var isChanged = false
    func isEmpty(_ line: ArraySlice<UInt8>) -> Bool { line.allSatisfy { $0 == 0x20 || $0 == 0x0D } }
    while let line = lines.first {
      // Matrices stand alone among empty lines.
      let block = lines.prefix { !isEmpty($0) }
      guard let (index, shape) = mark(in: block),
        let rewritten = rewritten(block.map { String(decoding: $0, as: UTF8.self) }, index, shape)
      else {
        for line in block.isEmpty ? [line] : Array(block) {
          plain += line
          plain.append(0x0A)
        }
        lines = lines.dropFirst(max(1, block.count))
        continue
      }
      isChanged = true
      plain += rewritten.utf8
      plain += [UInt8](repeating: 0x0A, count: block.count)
      lines = lines.dropFirst(block.count)
    }
    if plain.last == 0x0A { plain.removeLast() }
    return isChanged ? plain : nil
  }

  /// The line of a block that says the shape of a matrix.
  private static func mark(in block: ArraySlice<ArraySlice<UInt8>>) -> (
    index: Int, shape: (rows: Int, columns: Int)
  )? {
    guard block.count <= 4_096 else { return nil }
    for (index, line) in block.enumerated() {
      if let shape = shape(of: line) { return (index, shape) }
    }
    return nil
  }

  /// How many rows and columns a line says at its end: [2 × 3].
  private static func shape(of line: ArraySlice<UInt8>) -> (rows: Int, columns: Int)? {
    guard let last = line.last(where: { $0 != 0x20 && $0 != 0x0D }), last == UInt8(ascii: "]"),
      line.count < 4_096
    else { return nil }
    let text = String(decoding: line.suffix(24), as: UTF8.self)
    guard let start = text.lastIndex(of: "[") else { return nil }
    let words = text[start...].dropFirst().split { " ]\r".contains($0) }
    guard words.count == 3, words[1] == "×" || words[1] == "x", let rows = Int(words[0]),
      let columns = Int(words[2])
    else { return nil }
    return (rows, columns)
  }

  /// NAME = [1 2; 3 4]; nothing where some of the entries are left out; `nil` where no matrix is found.
  private static func rewritten(_ block: [String], _ index: Int, _ shape: (rows: Int, columns: Int))
    -> String?
  {
    guard block.indices.contains(index), let first = Optional(block[index]),
      let sign = first.firstIndex(where: { "=≈~".contains($0) })
    else { return nil }
    let name = first[..<sign]
    let rows: [Substring]
    if shape.rows == 1 {
      let text = block[block.count - 1]
      let last = text.lastIndex(of: "[").flatMap { block.count == 1 ? text[..<$0] : nil } ?? text[...]
      guard let end = last.lastIndex(of: ")"), let start = last[..<end].lastIndex(of: "(") else { return nil }
      rows = [last[last.index(after: start)..<end]]
    } else {
      rows = block.compactMap { line in
        guard let start = line.firstIndex(where: { "⎛⎜⎝|".contains($0) }),
          let end = line.lastIndex(where: { "⎞⎟⎠|".contains($0) }),
          start < end
        else { return nil }
        return line[line.index(after: start)..<end]
      }.suffix(shape.rows)
    }
    guard rows.count == shape.rows else { return nil }
    if rows.contains(where: { $0.contains("⋯") || $0.contains("...") || $0.contains("⋮") }) { return "" }
    guard rows.allSatisfy({ $0.split(separator: " ").count == shape.columns }) else { return nil }
    return name + "= [" + rows.joined(separator: "; ") + "]"
  }
}
