import Formulas

extension HTMLWriter {
  /// Blanks to write on, each with the name by which its quantity is typed, or the lines that lead to what belongs there.
  func text(of sheet: QuestionSheet) -> String {
    sheet.questions.map { question in
      text(of: .heading(level: 2, question.title))
        + (question.words.pieces.isEmpty ? "" : text(of: .paragraph(question.words)))
        + question.parts.map { text(of: $0, isSolved: sheet.showsSolutions) }.joined()
    }.joined()
  }

  private func text(of part: Question.Part, isSolved: Bool) -> String {
    let blanks = part.blanks.map { blank in
      let name = "<code>" + HTMLText.escape(blank.name) + "</code>"
      if isSolved { return "<li>" + name + text(of: blank.solution) + "</li>\n" }
      let quantity = typesetter.markup.row([.piece(typesetter.piece(blank.quantity)), .sign(.equals)])
      return "<li>" + inlineMath(quantity) + "<span class=\"blank\"></span>" + name + "</li>\n"
    }
    return text(of: .paragraph("\(part.prompt):")) + "<ul class=\"blanks\">\n" + blanks.joined() + "</ul>\n"
  }
}
