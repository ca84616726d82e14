import Formulas

extension HTMLWriter {
  /// A blank for each quantity, with the name under which it is typed, or the calculation of its value.
  func text(of sheet: QuestionSheet) -> String {
    let questions = sheet.questions.map { question in
      text(of: .heading(level: 2, question.title))
        + (question.words.pieces.isEmpty ? "" : text(of: .paragraph(question.words)))
        + question.parts.map { text(of: $0, isSolved: sheet.showsSolutions) }.joined()
    }
    guard let rules = sheet.rules else { return questions.joined() }
    return Self.judged + questions.joined() + Self.answers(rules)
  }

  private func text(of part: Question.Part, isSolved: Bool) -> String {
    let blanks = part.blanks.map { blank in
      let name = "<code>" + HTMLText.escape(blank.name) + "</code>"
      if isSolved { return "<li>" + name + text(of: blank.solution) + "</li>\n" }
      let quantity = typesetter.markup.row([.piece(typesetter.piece(blank.quantity)), .sign(.equals)])
      let line = blank.line.map { " data-line=\"\($0)\" data-name=\"\(HTMLText.escape(blank.name))\"" } ?? ""
      return """
        <li\(Self.about(PicturePart.parts(of: Equation(blank.quantity))))><label><math displaystyle="true">\(quantity.text)</math>\
        <input type="text" class="blank"\(line) autocapitalize="off" autocomplete="off" spellcheck="false">\(name)</label> <output></output></li>

        """
    }
    return text(of: .paragraph("\(part.prompt):")) + "<ul class=\"blanks\">\n" + blanks.joined() + "</ul>\n"
  }

  /// The instructions of a page that judges; hidden without its script.
  private static let judged = """
    <p class="judged" hidden>This page judges each number when you leave its blank. Nothing is sent anywhere. \
    You can type decimals, fractions such as <code>3/8</code>, and arithmetic such as <code>2*(0.64-1)</code>. Your answers \
    stay in this browser until you clear them. To hand them in, save them to a file.</p>
    <p class="judged" hidden><label>Your name: <input type="text" class="blank person" autocomplete="name"></label></p>

    """

  private static func answers(_ rules: AnswerRules) -> String {
    """
    <div class="stepper answers" role="group" aria-label="Answers" hidden>
    <span class="count" role="status"></span>
    <button type="button" class="clear">Clear</button>
    <button type="button" class="save next">Save the answers</button>
    </div>
    <script type="application/json" class="rules">
    \(rules.json)
    </script>
    <script>
    \(PageAssets.answers)
    </script>

    """
  }
}
