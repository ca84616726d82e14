import Documents
import Formulas

/// The texts of questions as HTML, which all formats have in common.
struct QuizText {
  let html: HTMLFragment
  private let notation: Notation
  private let digits: Int
  /// Whether a comma that is typed would be no part of a number.
  private let needsPoint: Bool

  /// The texts of a quiz, for a platform that reads commas, or does not.
  init(
    _ quiz: Quiz, _ mathematics: HTMLFragment.Mathematics, pictures: HTMLFragment.Pictures,
    readsCommas: Bool = true
  ) {
    html = HTMLFragment(notation: quiz.notation, mathematics, pictures: pictures)
    (notation, digits) = (quiz.notation, quiz.digits)
    needsPoint = !readsCommas && quiz.notation.decimal == .comma
  }

  func say(_ phrase: some Phrase) -> Prose { notation.language.say(phrase) }

  private func paragraph(_ phrase: some Phrase) -> String { html.text(of: .paragraph(say(phrase))) }

  /// What is given and asked for; `field` writes a blank where one is to be filled in, and without it the platform has one
  /// below the text.
  func stem(_ question: QuizQuestion, field: ((Question.Blank) -> String)?) -> String {
    let isLong = question.blanks.count > 1
    let all = question.blanks.map(\.field.digits)
    let common = Set(all).count == 1 ? all.first ?? digits : digits
    let demand = paragraph(QuizPhrase.digits(common)) + (needsPoint ? paragraph(QuizPhrase.point) : "")
    // A blank that needs more digits than the others says so itself.
    let field = field.map { write in
      { (blank: Question.Blank) in
        guard isLong, let own = question.fields[blank]?.digits, own != common else { return write(blank) }
        return write(blank) + " " + html.inline(say(QuizPhrase.digits(own)))
      }
    }
    let asked = question.questions.map { asked in
      (isLong ? html.text(of: .heading(level: 2, asked.title)) : "")
        + (asked.words.pieces.isEmpty ? "" : html.text(of: .paragraph(asked.words)))
        + asked.parts.map { text(of: $0, field) }.joined()
    }
    return question.network.map(html.text(of:)).joined() + (isLong ? demand : "") + asked.joined()
      + (isLong ? "" : demand)
  }

  private func text(of part: Question.Part, _ field: ((Question.Blank) -> String)?) -> String {
    guard let field else { return paragraph(PagePhrase.blanks(part.prompt, part.blanks.map(\.quantity))) }
    return paragraph(PagePhrase.blanks(part.prompt, []))
      + part.blanks.map { "<p>" + html.inline("\($0.quantity)") + " = " + field($0) + "</p>\n" }.joined()
  }

  /// The line that leads to each number.
  func solution(_ question: QuizQuestion) -> String {
    question.blanks.map { html.text(of: .equation($0.blank.solution)) }.joined()
  }

  /// What is said of a number that is right but for its digits.
  func nearly(_ field: QuizField) -> String { html.inline(say(QuizPhrase.nearly(field.digits))) }

  /// The hint of a mistake.
  func hint(_ mistaken: QuizField.Mistaken) -> String { html.inline(mistaken.hint) }

  /// The same without mathematics.
  func plainHint(_ mistaken: QuizField.Mistaken) -> String {
    HTMLText.escape(mistaken.hint.plain(in: notation))
  }

  /// All hints about a number, each once, and not what they are about: for whoever has another wrong number.
  func hints(_ field: QuizField) -> String {
    var hints: [Prose] = []
    for mistaken in field.mistaken where !hints.contains(mistaken.hint) { hints.append(mistaken.hint) }
    guard !hints.isEmpty else { return "" }
    let items = hints.map { "<li>" + html.inline($0) + "</li>\n" }
    return paragraph(QuizPhrase.mayHelp) + "<ul>\n" + items.joined() + "</ul>\n"
  }

  /// The numbers to which mistakes lead, with their hints, for a platform that can not tell one answer from another.
  func mistakes(_ field: QuizField) -> String {
    guard !field.mistaken.isEmpty else { return "" }
    var hints: [(numbers: [Numeral], hint: Prose)] = []
    for mistaken in field.mistaken {
      if let place = hints.firstIndex(where: { $0.hint == mistaken.hint }) {
        hints[place].numbers.append(mistaken.number.value)
      } else {
        hints.append(([mistaken.number.value], mistaken.hint))
      }
    }
    let items = hints.map { "<li>" + html.inline(say(QuizPhrase.hint($0.numbers, $0.hint))) + "</li>\n" }
    return paragraph(QuizPhrase.mistaken) + "<ul>\n" + items.joined() + "</ul>\n"
  }
}

extension QuizNumber {
  /// The number and its tolerance as files have them, with a point whatever the language.
  var typed: (value: String, tolerance: String) { (value.typed, tolerance.typed) }
}

extension String {
  /// With some scalars replaced, by themselves: a mark that combines with one does not make it harmless.
  func replacingScalars(_ replacement: (Unicode.Scalar) -> String?) -> String {
    unicodeScalars.reduce(into: "") { result, scalar in
      if let other = replacement(scalar) {
        result += other
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }
}
