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
    return judged + questions.joined() + answers(rules)
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
    let prompt = typesetter.notation.language.say(PagePhrase.blanks(part.prompt, []))
    return text(of: .paragraph(prompt)) + "<ul class=\"blanks\">\n" + blanks.joined() + "</ul>\n"
  }

  /// The instructions of a page that judges; hidden without its script.
  private var judged: String {
    let arithmetic = typesetter.notation.decimal == .comma ? "2*(0,64-1)" : "2*(0.64-1)"
    return """
      <p class="judged" hidden>\(inline(language.say(PagePhrase.judging(fraction: "3/8", arithmetic: arithmetic))))</p>
      <p class="judged" hidden><label>\(say(.yourName)) <input type="text" class="blank person" autocomplete="name"></label></p>

      """
  }

  private func answers(_ rules: AnswerRules) -> String {
    """
    <div class="stepper answers" role="group" aria-label="\(say(.answers))" hidden>
    <span class="count" role="status"></span>
    <button type="button" class="clear">\(say(.clear))</button>
    <button type="button" class="save next">\(say(.save))</button>
    </div>
    <script type="application/json" class="rules">
    \(rules.json)
    </script>
    <script type="application/json" class="words">
    \(ScriptPhrase.json(in: typesetter.notation))
    </script>
    <script>
    \(PageAssets.answers)
    </script>

    """
  }
}

extension ScriptPhrase {
  /// All of them by their names, for the script.
  static func json(in notation: Notation) -> String {
    let words = allCases.map { phrase in
      var text = notation.language.say(phrase).plain(in: notation)
      // Its numbers are examples of what is typed.
      if phrase == .unread, notation.decimal == .comma {
        text = text.replacing(", ", with: "; ").replacing(/(\d)\.(\d)/) { "\($0.1),\($0.2)" }
      }
      return "\"\(phrase.rawValue)\":\(AnswerRules.harmless(text))"
    }
    return "{" + words.joined(separator: ",\n") + "}"
  }
}
