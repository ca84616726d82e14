import Formulas

/// Questions with blanks to be filled in, and their solutions, shown or not.
public struct QuestionSheet: Hashable, Sendable {
  /// In the order in which they are answered.
  public let questions: [Question]
  /// Whether the solutions are shown; otherwise nothing of them is to be read.
  public let showsSolutions: Bool
  /// How a page judges what is filled in; without them it does not.
  public let rules: AnswerRules?

  /// A sheet of these.
  public init(_ questions: [Question], showsSolutions: Bool, rules: AnswerRules? = nil) {
    self.questions = questions
    self.showsSolutions = showsSolutions
    self.rules = rules
  }
}

/// A question: a title, what there is to know, and parts.
public struct Question: Hashable, Sendable {
  /// Quantities of one kind.
  public struct Part: Hashable, Sendable {
    /// What they are, without a full stop.
    public let prompt: Prose
    /// One for each.
    public let blanks: [Blank]

    /// A part that asks for these.
    public init(_ prompt: Prose, _ blanks: [Blank]) {
      self.prompt = prompt
      self.blanks = blanks
    }
  }

  /// A quantity to be found.
  public struct Blank: Hashable, Sendable {
    /// In mathematics.
    public let quantity: Formula
    /// As it is typed.
    public let name: String
    /// The line that leads to it.
    public let solution: Equation
    /// The number of its line in the rules, where there are any.
    public let line: Int?

    /// A blank for a quantity.
    public init(_ quantity: Formula, name: String, solution: Equation, line: Int? = nil) {
      self.quantity = quantity
      self.name = name
      self.solution = solution
      self.line = line
    }
  }

  /// What it is about.
  public let title: Prose
  /// What stands below the title; nothing, where it is empty.
  public let words: Prose
  /// In their order.
  public let parts: [Part]

  /// A question of these parts.
  public init(_ title: Prose, _ words: Prose, parts: [Part]) {
    self.title = title
    self.words = words
    self.parts = parts
  }
}

extension QuestionSheet {
  /// The sheet in other blocks, for a format that has no questions of its own.
  ///
  /// The blanks are lines of a block of code: to type into one is to go to the end of its line.
  func blocks(in notation: Notation) -> [Block] {
    questions.flatMap { question -> [Block] in
      [.heading(level: 2, question.title)]
        + (question.words.pieces.isEmpty ? [] : [.paragraph(question.words)])
        + question.parts.flatMap { part -> [Block] in
          [
            .paragraph(
              notation.language.say(PagePhrase.blanks(part.prompt, part.blanks.map(\.quantity)))),
            .verbatim(part.blanks.map { showsSolutions ? $0.filledIn(notation.decimal) : $0.open }),
          ] + (showsSolutions ? part.blanks.map { .equation($0.solution) } : [])
        }
    }
  }
}

extension Question.Blank {
  /// The line with nothing after it.
  fileprivate var open: String { "\(name) =" }

  /// The line with the number that the solution ends in.
  fileprivate func filledIn(_ decimal: DecimalSign) -> String {
    guard let last = solution.sides.last, case .number(let result) = last.formula else { return open }
    let sign =
      switch last.relation {
      case .equals: "="
      case .approximately: "≈"
      }
    return "\(name) \(sign) \(decimal.written(result.typed))"
  }
}
