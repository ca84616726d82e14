import Lessons

/// Writes a session as a file of answers, and reads it again.
extension Practice {
  /// The assessment of all answers so far.
  var assessment: Assessment? {
    (try? AnswerSheet(Array(file.utf8), for: exercise)).map { assessor.assess($0, asked: digits) }
  }

  /// The session as a file of answers, with the numbers of tries and hints, so that it can be continued.
  package var file: String {
    let lines = asked.compactMap { line -> String? in
      guard let entry = entries[line], let written = entry.written,
        let name = exercise.lines[line].name.answerName
      else { return nil }
      return
        "\(name) = \(written)  # tries \(entry.tries), hints \(entry.hints)\(entry.isShown ? ", shown" : "")\n"
    }
    return header + "\n\n" + lines.joined()
  }

  /// Whether a file has only what a session writes: a header, and lines with the number of tries.
  package static func isSession(_ bytes: [UInt8]) -> Bool {
    let lines = String(decoding: bytes, as: UTF8.self).split { $0.isNewline }
    return lines.dropFirst().allSatisfy { $0.contains("  # tries ") }
  }

  /// The entries of a file of an earlier session.
  func takenUp(_ text: String) -> [Int: Entry] {
    let lines = Dictionary(
      asked.compactMap { line in exercise.lines[line].name.answerName.map { ($0, line) } }
    ) { first, _ in first }
    var taken: [Int: Entry] = [:]
    for row in text.split(separator: "\n") {
      guard let sign = row.firstRange(of: " = "), let line = lines[String(row[..<sign.lowerBound])] else {
        continue
      }
      let parts = row[sign.upperBound...].split(separator: "#", maxSplits: 1)
      let words = (parts.dropFirst().first ?? "").split { " ,".contains($0) }
      func count(_ word: String) -> Int {
        words.firstIndex { $0 == word }.flatMap { words.dropFirst($0 + 1).first }.flatMap { Int($0) } ?? 0
      }
      var entry = Entry()
      entry.written = parts.first.map { String($0).trimmed }
      entry.tries = min(max(0, count("tries")), 1_000_000)
      entry.hints = min(max(0, count("hints")), 1_000_000)
      entry.isShown = words.contains("shown")
      taken[line] = entry
    }
    return judged(taken)
  }

  /// The entries with their verdicts, which are computed again and not read from the file.
  private func judged(_ taken: [Int: Entry]) -> [Int: Entry] {
    var session = self
    session.entries = taken
    guard let assessment = session.assessment else { return [:] }
    for row in assessment.rows {
      if let line = row.line {
        session.entries[line]?.isRight = row.verdict.isDone && !(taken[line]?.isShown ?? false)
      }
    }
    return session.entries
  }
}

extension String {
  fileprivate var trimmed: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}
