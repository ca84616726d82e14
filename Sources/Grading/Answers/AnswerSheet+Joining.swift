import Formulas

/// Several files of one person as one sheet.
extension AnswerSheet {
  /// The files of a sheet, and the quantities for which two of them have different values.
  package struct Files: Hashable, Sendable {
    /// A file, and the number of its first line: lines are counted through all files.
    package struct File: Hashable, Sendable {
      let name: String
      let firstLine: Int
    }
    let all: [File]
    let replaced: [Formula]
  }

  /// The answers of all files in their order; where two answer the same quantity, the later one counts.
  package init(joining parts: [(name: String, lines: Int, sheet: AnswerSheet)]) {
    var answers: [Answer] = []
    var (files, replaced): ([Files.File], [Formula]) = ([], [])
    var unread: [UnreadLine] = []
    var (places, lines): ([Formula: Int], Int) = ([:], 0)
    for part in parts {
      files.append(Files.File(name: part.name, firstLine: lines + 1))
      for answer in part.sheet.answers {
        let moved = answer.moved(by: lines)
        guard let place = places[answer.name] else {
          places[answer.name] = answers.count
          answers.append(moved)
          continue
        }
        if answers[place].sides.last?.formula != answer.sides.last?.formula { replaced.append(answer.name) }
        answers[place] = moved
      }
      unread += part.sheet.missed.first.map { $0.moved(by: lines) }
      lines += part.lines
    }
    self.answers = answers
    self.files = Files(all: files, replaced: replaced)
    unanswered = parts.flatMap(\.sheet.unanswered).reduce(into: []) { all, name in
      if places[name] == nil, !all.contains(name) { all.append(name) }
    }
    missed = UnreadLines(first: unread, count: parts.reduce(0) { $0 + $1.sheet.missed.count })
    compounds = parts.flatMap(\.sheet.compounds).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    layerShift = parts.lazy.map(\.sheet.layerShift).first { $0 != 0 } ?? 0
  }
}

extension Answer {
  fileprivate func moved(by lines: Int) -> Answer {
    Answer(
      line: line + lines, range: range, name: name, nameAsWritten: nameAsWritten, sides: sides,
      changed: changed)
  }
}

extension UnreadLine {
  fileprivate func moved(by lines: Int) -> UnreadLine {
    UnreadLine(line: line + lines, written: written, reason: reason, range: range)
  }
}
