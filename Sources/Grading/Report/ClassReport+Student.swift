import Formulas
import Lessons

extension ClassReport {
  /// One person's answers.
  package struct Student: Sendable {
    /// The name of the file, with that of its folder if each person has one; of several files, all names.
    let file: String
    /// The name of the person who handed it in, if it is known: the one that the sheet says, or that of the folder.
    let person: String?
    /// The names under which a list of variants may have the person.
    let names: [String]
    let exercise: Exercise
    let lesson: String
    /// The seed of the numbers; `nil` if they are those of the lesson.
    let variant: UInt64?
    /// Whether the numbers are those that the person was given; `nil` without a list of variants.
    let handedOut: HandedOutVariant?
    /// Each answer with its name, as it was written.
    let written: [String]
    /// The verdicts and explanations.
    package let assessment: Assessment

    /// Answers to an exercise in one file or several, with the names of their person; `lesson` is what the exercise is called, and
    /// `variant` the seed of its numbers.
    package init(
      files: [String], people: [String] = [], exercise: Exercise, lesson: String, variant: UInt64? = nil,
      handedOut: HandedOut? = nil, assessment: Assessment
    ) {
      (file, person) = (files.joined(separator: " + "), people.first)
      (self.exercise, self.lesson, self.variant) = (exercise, lesson, variant)
      self.assessment = assessment
      names = ClassReport.names(people: people, files: files)
      self.handedOut = handedOut.map { [names] table in
        table.variant(of: names).map { $0 == variant ? .own : .another($0) } ?? .unknown
      }
      written = assessment.rows.compactMap { row in
        row.answer.name.answerName.map { "\($0) = \(row.answer.sides.last?.written ?? "")" }
      }.sorted()
    }

    /// The name in the tables of a report.
    var name: String { person ?? file }

    /// The report for this person.
    package func report(reveals: Bool, rule: Points.Rule, in notation: Notation = .threeBlueOneBrown)
      -> Report
    {
      Report(
        exercise, assessment, name: name, reveals: reveals, points: points(rule), in: notation)
    }

    /// The name of the report's file, without its ending: that of the person, or of the sheet.
    package var nameOfFeedback: String {
      let ending = file.split(separator: "/").last?.lastIndex(of: ".")
      let name = person ?? ending.map { String(file[..<$0]) } ?? file
      let safe = name.map { "/\\:*?\"<>|".contains($0) || $0.isNewline ? "_" : String($0) }.joined()
      return safe.hasPrefix(".") ? "_" + safe : safe
    }

    /// What lies behind a wrong number, as far as it is known.
    func explanation(of diagnosis: Marking.Diagnosis) -> Explanation {
      if let mistake = diagnosis.mistake { return .mistake(mistake) }
      let tutor = Tutor(exercise, digits: assessment.marking.digits)
      return tutor.isOnlySign(diagnosis, assessment) ? .sign : .none
    }

    /// The points for the sheet.
    func points(_ rule: Points.Rule) -> Points {
      Points(assessment, of: exercise, rule: rule)
    }

    /// The seed that was handed out, if it is not that of the sheet.
    var otherVariant: UInt64? { if case .another(let given) = handedOut { given } else { nil } }
  }

  /// A file that could not be read, with the names under which a list may have its person.
  package struct Unread: Sendable {
    let file: String
    let person: String?
    let names: [String]

    /// A file, with the names of its person as far as they are known.
    package init(file: String, people: [String]) {
      (self.file, person) = (file, people.first)
      names = ClassReport.names(people: people, files: [file])
    }
  }

  /// The names under which a list may have somebody: those that are known, and those of the files, with their folder or without
  /// it, with their ending or without it.
  package static func names(people: [String], files: [String]) -> [String] {
    let named = files.flatMap { file -> [String] in
      [file, file.split(separator: "/").last.map(String.init) ?? ""]
    }
    return people
      + named.flatMap { name -> [String] in [name, name.split(separator: ".").first.map(String.init) ?? ""] }
  }

  /// What lies behind a wrong number: a mistake with a name, no more than its sign, or nothing that is known for certain.
  enum Explanation: Hashable, Sendable {
    case mistake(Mistake)
    case sign
    case none

    /// What it is counted by.
    var id: String {
      switch self {
      case .mistake(let mistake): mistake.id
      case .sign: "only-sign"
      case .none: "unknown"
      }
    }
  }

  /// Whether a sheet has the numbers that the person was given.
  enum HandedOutVariant: Hashable, Sendable {
    case own
    /// The person was given the numbers of this seed.
    case another(UInt64)
    /// The list of variants does not have the person.
    case unknown
  }
}
