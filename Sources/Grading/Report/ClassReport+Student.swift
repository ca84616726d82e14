import Lessons

extension ClassReport {
  /// One person's answers.
  package struct Student: Sendable {
    /// What the sheet is called: the name of the file, with that of the folder if each person has one.
    let file: String
    /// Who handed it in, where that is known.
    let person: String?
    /// By what the person may go in a list.
    let names: [String]
    let exercise: Exercise
    let lesson: String
    /// The seed of the numbers; `nil` where they are the lesson's own.
    let variant: UInt64?
    /// Whether the numbers are those that the person was given; `nil` where nobody says.
    let handedOut: HandedOutVariant?
    /// Whether it was made from a worksheet, which says what is asked for.
    let isWorksheet: Bool
    /// Each answer with its name, as it was written.
    let written: [String]
    /// How they were judged.
    package let assessment: Assessment

    /// Answers to an exercise; `lesson` is what it is called, and `variant` the seed of its numbers.
    package init(
      file: String, person: String? = nil, exercise: Exercise, lesson: String, variant: UInt64? = nil,
      handedOut: HandedOut? = nil, isWorksheet: Bool, assessment: Assessment
    ) {
      (self.file, self.person) = (file, person)
      (self.exercise, self.lesson, self.variant) = (exercise, lesson, variant)
      (self.isWorksheet, self.assessment) = (isWorksheet, assessment)
      names = [person, file, file.split(separator: ".").first.map(String.init)].compactMap { $0 }
      self.handedOut = handedOut.map { [names] table in
        table.variant(of: names).map { $0 == variant ? .own : .another($0) } ?? .unknown
      }
      written = assessment.rows.compactMap { row in
        row.answer.name.answerName.map { "\($0) = \(row.answer.sides.last?.written ?? "")" }
      }.sorted()
    }

    /// Who it is, as the tables of a report have it.
    var name: String { person ?? file }

    /// What the person is told.
    package func report(reveals: Bool, rule: Points.Rule) -> Report {
      Report(exercise, assessment, name: name, reveals: reveals, points: points(rule))
    }

    /// What the file of the report is called, without its ending: the person, or the sheet.
    package var nameOfFeedback: String {
      let ending = file.split(separator: "/").last?.lastIndex(of: ".")
      let name = person ?? ending.map { String(file[..<$0]) } ?? file
      let safe = name.map { "/\\:*?\"<>|".contains($0) || $0.isNewline ? "_" : String($0) }.joined()
      return safe.hasPrefix(".") ? "_" + safe : safe
    }

    /// What the sheet is worth.
    func points(_ rule: Points.Rule) -> Points {
      Points(assessment, of: exercise, isWorksheet: isWorksheet, rule: rule)
    }

    /// The seed, and whether it is another than was handed out.
    var variantInWords: String {
      let own = variant.map { "\($0)" } ?? "–"
      switch handedOut {
      case .another(let given): return "\(own), not \(given)"
      case .own, .unknown, nil: return own
      }
    }
  }

  /// Whether a sheet has the numbers that the person was given.
  enum HandedOutVariant: Hashable, Sendable {
    case own
    /// They were given those of this seed.
    case another(UInt64)
    /// Nobody of the name is in the table.
    case unknown

    /// In a cell.
    var words: String {
      switch self {
      case .own: "yes"
      case .another(let seed): "no: \(seed)"
      case .unknown: "not listed"
      }
    }
  }
}

extension Points {
  /// As a cell has them: 7½ of 12.
  var words: String {
    let whole = Int(earned.rounded(.down))
    let half = earned > Double(whole) ? "½" : ""
    return (whole == 0 && !half.isEmpty ? "" : "\(whole)") + half + " of \(outOf)"
  }
}
