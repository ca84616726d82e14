import Documents
import Formulas
import Grading
import Lessons

extension Quiz {
  /// What is asked of which numbers, and how it is written.
  package struct Settings: Sendable {
    /// Significant digits, 1 to 17.
    package var digits = Worksheet.Settings().digits
    /// The letters, the language and the decimal sign.
    package var notation = Notation.threeBlueOneBrown
    /// Whether one question asks for all quantities.
    package var isCloze = false
    /// The seeds of the versions; `nil` for the lesson's own numbers alone.
    package var variants: ClosedRange<UInt64>?
    /// The names of the quantities that are asked for; empty for all of them.
    package var only: [String] = []

    /// The default settings.
    package init() {}
  }

  /// The most versions of a question.
  package static let mostVariants = 200

  /// The questions of a lesson.
  ///
  /// Throws if there is too much to derive by hand, if a value is not finite, or for a name that the lesson does not ask for.
  package init(_ lesson: WrittenLesson, _ settings: Settings) throws(WorkedExampleError) {
    try Worksheet.checkSize(of: lesson)
    var versions: [(quantity: String, questions: [QuizQuestion])] = []
    var title = ""
    for variant in settings.variants.map({ $0.map { Optional($0) } }) ?? [nil] {
      let drawn = try variant.map { seed throws(WorkedExampleError) in try lesson.variant(seed: seed) }
      let writer = try QuizWriter(drawn ?? lesson, settings, variant: variant)
      title = writer.title
      let questions = try writer.questions()
      if versions.isEmpty { versions = questions.map { ($0.quantity, []) } }
      // Every version of a lesson asks for the same quantities.
      for (place, question) in questions.enumerated() where versions.indices.contains(place) {
        versions[place].questions.append(question.question)
      }
    }
    (self.title, notation, digits, isCloze) = (title, settings.notation, settings.digits, settings.isCloze)
    guard let variants = settings.variants else {
      categories = [Category(quantity: nil, questions: versions.flatMap(\.questions))]
      return
    }
    // What all variants have in common is not worth a question, unless it is asked for.
    let changing = versions.filter { _, questions in Set(questions.map(\.answers)).count > 1 }
    let isChosen = settings.only.isEmpty && variants.count > 1 && !changing.isEmpty
    categories = (isChosen ? changing : versions).map {
      Category(quantity: $0.quantity, questions: $0.questions)
    }
  }
}

extension QuizQuestion {
  /// The right answers.
  fileprivate var answers: [Numeral] { blanks.map(\.field.right.value) }
}

extension Numeral {
  /// The same number with no zeros at the end of its decimals.
  fileprivate var withoutLastZeros: Numeral {
    guard digits.contains(".") else { return self }
    let short = digits.reversed().drop { $0 == "0" }
    return with(digits: String((short.first == "." ? short.dropFirst() : short).reversed()))
  }
}

extension Quiz.Settings {
  /// How the sheet is written from which the questions are taken.
  fileprivate func sheet(digits: Int) -> Worksheet.Settings {
    var sheet = Worksheet.Settings()
    (sheet.digits, sheet.notation) = (digits, notation)
    return sheet
  }
}

/// Makes the questions about the numbers of one lesson.
private struct QuizWriter {
  let title: String
  private let settings: Quiz.Settings
  private let variant: UInt64?
  private let marker: Marker
  private let worksheet: Worksheet
  private let accepted, almost: [Accepted]

  /// More wrong answers than these are seldom given.
  private static let mostMistakes = 8

  init(_ lesson: WrittenLesson, _ settings: Quiz.Settings, variant: UInt64?) throws(WorkedExampleError) {
    marker = Marker(try Exercise(lesson))
    worksheet = try Worksheet(marker.exercise, settings.sheet(digits: settings.digits))
    title = worksheet.title.plain(in: settings.notation)
    (self.settings, self.variant) = (settings, variant)
    accepted = marker.accepted(digits: settings.digits)
    almost = marker.nearlyAccepted
  }

  /// The questions, each with the name of what it asks for.
  func questions() throws(WorkedExampleError) -> [(quantity: String, question: QuizQuestion)] {
    let lines = try marker.exercise.asked(settings.only)
    let network = worksheet.network + worksheet.definitions
    if settings.isCloze {
      return [(title, question(number: 1, title, network, worksheet.questions(about: lines)))]
    }
    var sheets = [settings.digits: worksheet]
    var questions: [(quantity: String, question: QuizQuestion)] = []
    for (number, line) in lines.enumerated() {
      let name = marker.exercise.lines[line].name.answerName ?? ""
      // The solution has the digits that are asked for.
      let digits = digits(at: line)
      if sheets[digits] == nil {
        sheets[digits] = try Worksheet(marker.exercise, settings.sheet(digits: digits))
      }
      let asked = (sheets[digits] ?? worksheet).questions(about: [line])
      questions.append((name, question(number: number + 1, "\(title): \(name)", network, asked)))
    }
    return questions
  }

  private func question(number: Int, _ name: String, _ network: [Block], _ asked: [Question]) -> QuizQuestion
  {
    let blanks = asked.flatMap { $0.parts.flatMap(\.blanks) }
    let words = variant.map { settings.notation.language.say(QuizPhrase.variant($0)) }
    return QuizQuestion(
      id: "q\(number)" + (variant.map { "v\($0)" } ?? ""),
      name: name + (words.map { " (\($0.plain(in: settings.notation)))" } ?? ""),
      variant: variant, network: network, questions: asked,
      fields: Dictionary(
        blanks.compactMap { blank in field(blank).map { (blank, $0) } },
        uniquingKeysWith: { first, _ in first }))
  }

  private func field(_ blank: Question.Blank) -> QuizField? {
    guard let line = blank.line else { return nil }
    let (right, step) = (accepted[line], marker.exercise.step(at: line) ?? 0)
    let digits = digits(at: line)
    guard let value = Numeral(rounding: right.value, digits: digits)?.value else { return nil }
    let off = (value - right.value).magnitude
    // Neither 0 nor the other sign is right, and the old value of a parameter is not the new one.
    var room = Swift.max(off, value.magnitude / 2)
    if step > 0 { room = Swift.max(off, Swift.min(room, Self.half * step - off)) }
    let shorter = (2..<Swift.max(2, digits)).compactMap { Numeral(rounding: right.value, digits: $0)?.value }
    var mistaken: [QuizField.Mistaken] = []
    // A mistake has room up to the middle between its number and the right one, and up to a likelier mistake.
    for wrong in marker.wrongNumbers(
      at: line, digits: digits, besides: right.within(room), most: Self.mostMistakes)
    {
      guard let other = Numeral(rounding: wrong.accepted.value, digits: digits)?.value else { continue }
      let free = mistaken.reduce(Self.half * (other - value).magnitude) { free, likelier in
        let number = likelier.number
        return Swift.min(
          free, 2 * Self.half * ((other - number.value.value).magnitude - number.tolerance.value))
      }
      guard free > Swift.max(off, (other - wrong.accepted.value).magnitude),
        let number = number(wrong.accepted, digits, room: free),
        // What is right in fewer digits is no mistake.
        !shorter.contains(where: { number.ends.least <= $0 && $0 <= number.ends.greatest })
      else { continue }
      mistaken.append(QuizField.Mistaken(number: number, hint: hint(wrong, at: line)))
    }
    let nearest = mistaken.map { ($0.number.value.value - value).magnitude }.min()
    guard
      let number = number(right, digits, room: nearest.map { Swift.min(room, Self.half * $0) } ?? room),
      let almost = self.number(almost[line], digits, room: room)
    else { return nil }
    return QuizField(
      right: number, digits: number.tolerance.value == 0 ? nil : digits,
      nearly: digits > 2 && almost.tolerance.value > number.tolerance.value ? almost : nil,
      mistaken: mistaken)
  }

  /// A little less than a half, as tolerances are rounded up.
  private static let half = 0.45

  /// As many digits as are asked for, and for a new parameter enough to see the step in them.
  private func digits(at line: Int) -> Int {
    let (value, step) = (accepted[line].value, marker.exercise.step(at: line) ?? 0)
    guard step > 0, settings.digits < Self.mostDigits else { return settings.digits }
    let enough = (settings.digits...Self.mostDigits).first { value.unit(digits: $0) <= step / 4 }
    return enough ?? Self.mostDigits
  }

  /// A double has no more of them for sure.
  private static let mostDigits = 15

  /// As many digits as are asked for, and a tolerance that makes up for those that are left out, if there is room for it.
  private func number(_ accepted: Accepted, _ digits: Int, room: Double) -> QuizNumber? {
    guard let value = Numeral(rounding: accepted.value, digits: digits) else { return nil }
    let off = (value.value - accepted.value).magnitude
    // 0.8 in doubles is no other number than 0.8.
    let tolerance = Swift.min(
      accepted.tolerance + (off <= 1e-12 * accepted.value.magnitude ? 0 : off), room)
    let unit = tolerance.unit(digits: 2)
    let rounded = unit > 0 ? (tolerance / unit).rounded(.up) * unit : 0
    return Numeral(rounding: rounded, digits: 2).map {
      QuizNumber(value: rounded == 0 ? value.withoutLastZeros : value, tolerance: $0)
    }
  }

  /// The hint, with the place of the mistake if it is made before this line.
  private func hint(_ wrong: WrongNumber, at line: Int) -> Prose {
    let language = settings.notation.language
    let hint = language.say(MistakePhrase.hint(wrong.mistake))
    return wrong.source == line
      ? hint : language.say(QuizPhrase.before(marker.exercise.lines[wrong.source].name, hint))
  }
}
