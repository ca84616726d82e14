import Testing
import Texts

/// What holds of every message that is kept, whatever it says.
private let rows = BadInputTable.all.flatMap { table in table.rows.map { (table, $0) } }

@Test func `There are hundreds of bad inputs, and no two of a table are the same`() {
  #expect(rows.count >= 600)
  for file in BadInputTable.files { #expect(throws: Never.self) { try BadInputTable(file) } }
  for table in BadInputTable.all {
    #expect(Set(table.rows.map(\.title)).count == table.rows.count, "\(table.name)")
    let given = table.rows.map { $0.isCommand ? [$0.title] : $0.given }
    #expect(Set(given).count == table.rows.count, "\(table.name)")
  }
}

@Test func `A bad input ends with one of the statuses for it`() {
  for (table, row) in rows {
    #expect([1, 64, 65, 66, 74].contains(row.status), "\(table.name) \(row.title)")
    // A result this is not a number is the lesson's, and not a mistake in its file.
    if row.status == 1 { #expect(row.message.count == 1, "\(table.name) \(row.title)") }
  }
}

@Test func `A line on standard error is short, and shows nothing from inside the program`() {
  let inside = /Optional\(|\bnil\b|Error\(|Problem\(|Range|Swift|\bfatal|0x0000|Fatal/
  for (table, row) in rows {
    for line in row.message {
      let place: Comment = "\(table.name) \(row.title): \(line)"
      #expect(line.firstMatch(of: inside) == nil, place)
      #expect(line.count <= 330, place)
      #expect(
        !line.unicodeScalars.contains { [.control, .format].contains($0.properties.generalCategory) }, place)
    }
  }
}

@Test func `Each problem is one sentence, said once`() {
  for (table, row) in rows {
    let sentences = row.message.compactMap { $0.firstMatch(of: #/^(?:\S+?(?::\d+:\d+)?: )?error: (.*)/#)?.1 }
    #expect(!sentences.isEmpty, "\(table.name) \(row.title)")
    #expect(Set(sentences).count == sentences.count, "\(table.name) \(row.title)")
    for sentence in sentences {
      // A suggestion is a question, and ends as one.
      let plain = sentence.hasSuffix("?") ? sentence.dropLast() : sentence
      #expect(plain.firstMatch(of: /\. [A-Z]|[.!?] *$|^$|\b([a-z]+) \1\b/) == nil, "\(sentence)")
    }
  }
}

@Test func `The place of a problem is in the file, and is shown with a caret below it`() throws {
  for (table, row) in rows where !row.isCommand {
    let lines = String(decoding: try row.file, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, said) in row.message.enumerated() {
      guard let match = said.firstMatch(of: #/^\S+:(\d+):(\d+): error: /#) else { continue }
      let place: Comment = "\(table.name) \(row.title)"
      let (line, column) = (try #require(Int(match.1)), try #require(Int(match.2)))
      try #require((1...lines.count + 1).contains(line), place)
      let text = line <= lines.count ? lines[line - 1] : ""
      #expect((1...text.unicodeScalars.count + 1).contains(column), place)
      let excerpt = row.message.dropFirst(index + 1).prefix(2)
      try #require(excerpt.count == 2, place)
      #expect(excerpt.first?.hasPrefix(" \(line) |") == true, place)
      let marks = try #require(excerpt.last?.wholeMatch(of: #/ + \| ( *)\^+/#), place)
      // A line that is cut at its left begins with an ellipsis.
      if excerpt.first?.contains("| …") == false { #expect(marks.1.count == column - 1, place) }
    }
  }
}
