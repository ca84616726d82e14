import Formulas
import Texts

/// Several files of one person as one sheet.
extension AnswerSheet {
  /// The files of a sheet.
  package struct Files: Hashable, Sendable {
    /// A file, and the number of its first line: lines are counted through all files.
    package struct File: Hashable, Sendable {
      let name: String
      let firstLine: Int
    }
    let all: [File]
  }

  /// The answers of all files in their order; where two answer the same quantity, the later one counts, and another value in the
  /// earlier one is said not to be read.
  package init(joining parts: [(name: String, lines: Int, sheet: AnswerSheet)]) {
    var answers: [Answer] = []
    var files: [Files.File] = []
    var unread: [UnreadLine] = []
    var (places, lines): ([Formula: Int], Int) = ([:], 0)
    var replaced = 0
    for part in parts {
      files.append(Files.File(name: part.name, firstLine: lines + 1))
      for answer in part.sheet.answers {
        let moved = answer.moved(by: lines)
        guard let place = places[answer.name] else {
          places[answer.name] = answers.count
          answers.append(moved)
          continue
        }
        let earlier = answers[place]
        answers[place] = moved
        guard let old = earlier.sides.last, let new = answer.sides.last, !old.says(new), !new.says(old) else {
          continue
        }
        replaced += 1
        unread.append(
          UnreadLine(
            line: earlier.line, written: "\(shortened(earlier.nameAsWritten)) = \(shortened(old.written))",
            reason:
              "\(shortened(earlier.nameAsWritten)) has another value in \(part.name), line \(answer.line), which counts; "
              + "remove one of the two",
            range: earlier.range))
      }
      unread += part.sheet.missed.first.map { $0.moved(by: lines) }
      lines += part.lines
    }
    self.answers = answers
    self.files = Files(all: files)
    unanswered = parts.flatMap(\.sheet.unanswered).reduce(into: []) { all, name in
      if places[name] == nil, !all.contains(name) { all.append(name) }
    }
    missed = UnreadLines(
      first: unread.sorted { $0.line < $1.line },
      count: parts.reduce(replaced) { $0 + $1.sheet.missed.count })
    passedOver = parts.reduce(PassedOver()) { $0 + $1.sheet.passedOver }
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
