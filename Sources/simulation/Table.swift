import Formulas
import Grading

/// Tables in Markdown.
extension Results {
  func printed() -> String {
    let keys = Set(tallies.keys)
    let kinds = Kind.allCases.filter { kind in keys.contains { $0.kind == kind } }
    let wrong = kinds.filter { $0 != .correct && $0 != .nonsense }
    var text = mistakes(
      "what was done, and what is handed in",
      wrong.flatMap { kind in
        Share.allCases.map { share in
          ("\(kind.rawValue), \(share.rawValue)", { $0.kind == kind && $0.share == share })
        }
      })
    let digits = Set(keys.filter { wrong.contains($0.kind) }.map(\.hand)).sorted()
    text += mistakes("digits", digits.map { hand in (hand, { $0.hand == hand && $0.kind.hasFormula }) })
    let networks = Set(keys.map(\.network)).sorted()
    text += mistakes("network", networks.map { name in (name, { $0.network == name && $0.kind.hasFormula }) })
    text += innocent(.correct, "habit, without a mistake", "accused")
    return text + innocent(.nonsense, "nonsense", "earned something")
  }

  /// A row for each part of the sheets with a mistake.
  private func mistakes(_ title: String, _ rows: [(name: String, isMeant: (Key) -> Bool)]) -> String {
    let columns = Outcome.allCases.map(\.rawValue).joined(separator: " | ")
    var text = "| \(title) | sheets | first wrong line | \(columns) |\n| :-- | --: | --: |"
    text += Outcome.allCases.map { _ in " --: |" }.joined() + "\n"
    for (name, isMeant) in rows {
      let tally = sum(where: isMeant)
      guard tally.sheets > 0 else { continue }
      text += "| \(name) | \(tally.sheets) | \(Self.percent(tally.firstFound, tally.sheets)) | "
      text += Outcome.allCases.map { Self.percent(tally.outcomes[$0] ?? 0, tally.sheets) }.joined(
        separator: " | ")
      text += " |\n"
    }
    return text + "\n"
  }

  private func innocent(_ kind: Kind, _ title: String, _ outcome: String) -> String {
    let hands = Set(tallies.keys.filter { $0.kind == kind }.map(\.hand)).sorted()
    guard !hands.isEmpty else { return "" }
    var text = "| \(title) | sheets | \(outcome) | of answers |\n| :-- | --: | --: | --: |\n"
    for hand in hands {
      let tally = sum { $0.kind == kind && $0.hand == hand }
      let lines = tally.lines > 0 ? "\(tally.earned) of \(tally.lines)" : "–"
      text += "| \(hand) | \(tally.sheets) | \(tally.accused) | \(lines) |\n"
    }
    return text + "\n"
  }

  /// With two decimals.
  private static func percent(_ part: Int, _ whole: Int) -> String {
    let hundredths = (part * 10_000 + whole / 2) / Swift.max(1, whole)
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100) %"
  }
}

extension Hand {
  /// How it is called in a table.
  var label: String {
    guard name.isEmpty, case .significant(let range) = figures else { return name }
    return "\(range.lowerBound) digits"
  }
}

extension Classroom {
  /// A sheet with what was said of it, so that it can be tried again.
  func report(of sheet: Sheet, _ judgement: Judge.Judgement, _ outcome: String) -> String {
    let numbers = sheet.written.keys.sorted().map { line in
      let verdict = judgement.verdicts[line].map { "\($0)" } ?? "–"
      let name = exercise.lines[line].name.text
      let written = sheet.written[line]
      return
        "  \(name) = \(written?.value ?? .nan) (unit \(written?.unit ?? 0); true \(exercise.values[line]); \(verdict))"
    }
    let said = judgement.diagnoses.map { diagnosis in
      let names = (diagnosis.named + diagnosis.mayBe).map { $0.ids.joined(separator: "/") }
      return
        "  at \(exercise.lines[diagnosis.line].name.text): \(diagnosis.named.isEmpty ? "may be " : "")\(names)"
    }
    let right = sheet.wrong.sorted { $0.key < $1.key }.map {
      "  \(exercise.lines[$0.key].name.text) = \($0.value.text)"
    }
    return """
      ## \(outcome): \(sheet.kind.rawValue), \(sheet.share.rawValue), \(sheet.hand.label)\(sheet.hand.carries ? ", carried on" : "")\(sheet.hand.rests.count == 1 ? ", \(sheet.hand.rests[0])" : "")
      done: \(sheet.story) \(sheet.id ?? "")
      \(right.joined(separator: "\n"))
      said:
      \(said.joined(separator: "\n"))
      sheet of \(source):
      \(numbers.joined(separator: "\n"))

      """
  }
}

extension Formula {
  /// As it is read in a line.
  var text: String {
    answerName ?? Typesetter(notation: .threeBlueOneBrown, markup: UnicodeMarkup()).piece(self).text
  }
}
