import Documents
import Formulas
import Lessons
import Texts

/// A lesson with blanks for a student to fill in, or with the answers.
package struct Worksheet: Sendable {
  /// The settings of a worksheet.
  package struct Settings: Sendable {
    /// The name or the file of the lesson, as `--lesson` takes it; `nil` if it has none.
    package var source: String?
    /// The seed of the variant, if it is one.
    package var variant: UInt64?
    /// What is asked for.
    package var choice = Exercise.Choice()
    /// Whether it has the answers.
    package var showsAnswers = false
    /// Significant digits, 1 to 17.
    package var digits = 4
    /// Whether a page judges the answers that are typed into it.
    package var judges = false
    /// The notation of formulas and words.
    package var notation = Notation.threeBlueOneBrown
    /// Whether the language was asked for, so that it may be another than the lesson's own.
    package var languageIsAsked = false

    /// The default settings.
    package init() {}

    /// The line by which `trace check` finds the lesson; it leaves out the defaults of four digits, English and points.
    ///
    /// English is written if it was asked for, because the lesson may have another language.
    func header(of lesson: String) -> AnswerSheet.Header {
      AnswerSheet.Header(
        lesson: lesson, variant: variant, digits: digits == Settings().digits ? nil : digits,
        language: notation.language == .english && !languageIsAsked ? nil : notation.language,
        decimal: notation.decimal == .point ? nil : notation.decimal, choice: choice)
    }
  }

  let exercise: Exercise
  private let material: WorksheetMaterial
  private let settings: Settings

  /// A worksheet of a lesson; if a variant is asked for, the lesson is that variant.
  ///
  /// Throws if there is too much to derive by hand, or if the gradient is not finite.
  package init(_ lesson: Lesson, _ settings: Settings) throws(WorkedExampleError) {
    try Self.checkSize(of: lesson)
    try self.init(Exercise(lesson), settings)
  }

  /// A worksheet of a lesson of named quantities.
  ///
  /// Throws if there is too much to derive by hand, or if a value or a derivative is not finite.
  package init(_ lesson: NamedLesson, _ settings: Settings) throws(WorkedExampleError) {
    try self.init(Exercise(lesson), settings)
  }

  /// A worksheet of an exercise, of which no more is asked than that it is small enough to be shown.
  package init(_ exercise: Exercise, _ settings: Settings) throws(WorkedExampleError) {
    var shown = Lessons.Settings()
    shown.digits = settings.digits
    shown.notation = settings.notation
    material = try exercise.subject.material(shown)
    self.exercise = try exercise.asking(for: settings.choice)
    self.settings = settings
  }

  /// Throws if a lesson has too many numbers to derive by hand or to show.
  package static func checkSize(of lesson: Lesson) throws(WorkedExampleError) {
    try NetworkSubject.checkSize(of: lesson)
    let widest = max(lesson.inputs, lesson.layers.map(\.weights.count).max() ?? 0)
    guard widest <= WorksheetMaterial.widestLayer else {
      throw .refused(
        "a worksheet takes layers of at most \(WorksheetMaterial.widestLayer) neurons or inputs; "
          + "this lesson has a layer of \(widest)")
    }
  }

  /// Writes the worksheet; throws what `sink` throws.
  package func write(by writer: some DocumentWriter, to sink: inout some TextSink) throws {
    try writer.write(blocks, to: &sink)
  }

  private var language: Language { settings.notation.language }

  private func say(_ phrase: WorksheetPhrase) -> Prose { language.say(phrase) }

  /// Title, header, instructions, the network, and the questions.
  var blocks: [Block] {
    [
      .heading(
        level: 1, say(settings.showsAnswers ? .key(of: material.title) : .worksheet(of: material.title)))
    ]
      + (header.map { [.verbatim([$0])] } ?? []) + [.paragraph(instructions)]
      + (isPart && !settings.showsAnswers ? [.paragraph(say(.isPart))] : [])
      + material.network.map(holdingEquations)
      + [
        .questions(
          QuestionSheet(questions, showsSolutions: settings.showsAnswers, rules: rules))
      ]
  }

  /// The rules by which a page judges, with the same number of digits as the command asks for.
  private var rules: AnswerRules? {
    guard settings.judges, !settings.showsAnswers else { return nil }
    var rules = exercise.answerRules(asked: Marker.leastDigits, in: settings.notation)
    rules.decimal = settings.notation.decimal
    return rules
  }

  /// A paragraph in which no line begins with an equation of a quantity that is asked for, because it would be read as an answer.
  private func holdingEquations(_ block: Block) -> Block {
    guard case .paragraph(var prose) = block else { return block }
    for (index, piece) in prose.pieces.enumerated() where index > 0 {
      guard case .math(let equation) = piece, exercise.line(of: equation.left) != nil,
        case .text(let before) = prose.pieces[index - 1], before.last == " "
      else { continue }
      prose.pieces[index - 1] = .text(before.dropLast() + "\u{A0}")
    }
    return .paragraph(prose)
  }

  /// The line that names the lesson, for `trace check`.
  private var header: String? {
    settings.source.map { settings.header(of: $0).text }
  }

  private var instructions: Prose {
    if settings.showsAnswers { return say(.answers(digits: settings.digits)) }
    if settings.judges { return say(.instructionsOnPage(digits: settings.digits)) }
    let instructions = WorksheetPhrase.instructions(
      digits: settings.digits, namesLesson: settings.source != nil, variant: settings.variant)
    return Prose.sentences(([instructions] + names).map(say))
  }
}

extension Worksheet {
  /// What the lesson is called.
  package var title: Prose { material.title }

  /// The network with its numbers.
  package var network: [Block] { material.network }

  /// The title, and the network with its numbers.
  var introduction: [Block] { [.heading(level: 1, title)] + network }

  /// The functions that go by a letter in the line of an activation; nothing for another.
  func definitions(for line: Int) -> Prose {
    guard case .symbol(let symbol) = exercise.lines[line].name, symbol.meaning == .activation else {
      return ""
    }
    return material.definitions
  }

  /// The question about one line, with the heading of its section if it is the first there.
  func question(of index: Int) -> [Block] {
    let line = exercise.lines[index]
    guard let (section, part) = place(of: line) else { return [] }
    let isFirst = exercise.asked.first { place(of: exercise.lines[$0])?.section == section } == index
    let words = PagePhrase.blanks(prompt(part, count: 1, first: line.name), [line.name])
    return (isFirst ? [.heading(level: 2, title(of: section))] : [])
      + [.paragraph(settings.notation.language.say(words))]
  }

  private func place(of line: Line) -> (section: WorksheetSection, part: WorksheetPart)? {
    exercise.subject.place(of: line)
  }

  /// The questions, in the order of the derivation.
  var questions: [Question] { questions(about: exercise.asked) }

  private var isPart: Bool { exercise.chosen != nil }

  /// The questions about some lines, each with all that it takes to answer it besides the network.
  package func questions(about lines: [Int]) -> [Question] {
    guard lines == exercise.asked else { return questions(about: lines, words: words(alone:)) }
    let first = lines.first.flatMap { place(of: exercise.lines[$0])?.section }
    return questions(about: lines) { section in
      // What is left out before the first question would have said the givens and the definitions.
      isPart && section == first ? words(alone: section) : words(of: section)
    }
  }

  private func questions(about lines: [Int], words: (WorksheetSection) -> Prose) -> [Question] {
    var sections: [WorksheetSection] = []
    var parts: [WorksheetSection: [WorksheetPart]] = [:]
    var blanks: [WorksheetSection: [WorksheetPart: [Question.Blank]]] = [:]
    for index in lines {
      let line = exercise.lines[index]
      guard let name = line.name.answerName, let (section, part) = place(of: line) else { continue }
      if parts[section] == nil { sections.append(section) }
      if blanks[section]?[part] == nil { parts[section, default: []].append(part) }
      blanks[section, default: [:]][part, default: []].append(
        Question.Blank(
          line.name, name: name, solution: material.lines[line.name] ?? Equation(line.name), line: index))
    }
    return sections.map { section in
      Question(
        title(of: section), words(section),
        parts: parts[section, default: []].map { part in
          let asked = blanks[section]?[part] ?? []
          let prompt = asked.first.map { self.prompt(part, count: asked.count, first: $0.quantity) }
          return Question.Part(prompt ?? "", asked)
        })
    }
  }

  /// How the quantities of a graph are defined, in their order; a network says it itself.
  package var definitions: [Block] {
    var seen: Set<WorksheetPart.Definition> = []
    return exercise.lines.compactMap { line in
      guard case .values(let definition)? = place(of: line)?.part, seen.insert(definition).inserted else {
        return nil
      }
      switch definition {
      case .equation(let name, let formula): return .equation(Equation(name, [.init(.equals, formula)]))
      case .text(let text): return .verbatim([text])
      }
    }
  }

  /// What is asked for in a part.
  private func prompt(_ part: WorksheetPart, count: Int, first: Formula) -> Prose {
    if case .symbol(let symbol) = first, symbol.isOfOptimizer { return say(.optimizer) }
    return say(.part(part, count: count, first: first))
  }

  private func title(of section: WorksheetSection) -> Prose {
    let said: WorksheetPhrase.Section
    switch section.topic {
    case .forward(let layer): said = .forward(layer: layer)
    case .cost: said = .cost
    case .backward(let layer): said = .backward(layer: layer)
    case .penalty: said = .penalty
    case .together: said = exercise.subject.examples > 1 ? .together : .withPenalty
    case .step: return material.stepTitle
    case .values: said = .values
    case .derivatives(let quantity, _): said = .derivatives(by: quantity)
    }
    return say(.section(said, example: section.example.map { $0 + 1 }))
  }

  /// The numbers and definitions that a section needs besides the network.
  private func words(of section: WorksheetSection) -> Prose {
    switch section.topic {
    case .forward(layer: 1):
      guard let example = section.example else { return material.definitions }
      let isFirst = example == 0 && !material.definitions.pieces.isEmpty
      return isFirst
        ? Prose.sentences([material.givens[example], material.definitions]) : material.givens[example]
    case .penalty: return material.penalty
    case .together: return material.wholeCost
    case .step: return material.step
    case .forward, .cost, .backward, .values, .derivatives: return ""
    }
  }

  /// The same for a question that stands alone: what the sections before it have said as well.
  private func words(alone section: WorksheetSection) -> Prose {
    guard !material.givens.isEmpty else { return words(of: section) }
    let examples =
      material.givens.count == 1 ? [] : section.example.map { [$0] } ?? Array(material.givens.indices)
    let whole: [Prose]
    switch section.topic {
    case .forward, .cost, .backward, .values, .derivatives: whole = []
    case .penalty: whole = [material.penalty]
    case .together: whole = [material.penalty, material.wholeCost]
    case .step: whole = [material.penalty, material.wholeCost, material.step]
    }
    return Prose.sentences(examples.map { material.givens[$0] } + [material.definitions] + whole)
  }
}
