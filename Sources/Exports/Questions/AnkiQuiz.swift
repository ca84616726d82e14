import Documents
import Formulas

/// Notes for Anki, in lines with tabs: with a question and its answer, or with gaps.
struct AnkiQuiz {
  private let quiz: Quiz

  init(_ quiz: Quiz) { self.quiz = quiz }

  /// The whole file.
  var text: String {
    let head = """
      #separator:tab
      #html:true
      #notetype:\(quiz.isCloze ? "Cloze" : "Basic")
      #deck:\(quiz.title.replacing("::", with: ": "))
      #tags column:3

      """
    return head + quiz.categories.flatMap(\.questions).map(note).joined()
  }

  private func note(_ question: QuizQuestion) -> String {
    let text = QuizText(quiz, .tex, pictures: .inline(question.id))
    let mistakes = question.blanks.map { blank, field in
      let list = text.mistakes(field)
      return list.isEmpty || !quiz.isCloze
        ? list : text.html.text(of: .paragraph("\(strong: "\(blank.quantity)")")) + list
    }
    let front: String
    var back = text.solution(question) + mistakes.joined()
    if quiz.isCloze {
      var number = 0
      front = text.stem(question) { blank in
        number += 1
        return "{{c\(number)::\(value(question.fields[blank]))}}"
      }
    } else {
      front = text.stem(question, field: nil)
      back = "<p><strong>\(value(question.blanks.first?.field))</strong></p>" + back
    }
    let tags = question.variant.map { "variant-\($0)" } ?? ""
    return [front, back, tags].map(Self.quoted).joined(separator: "\t") + "\n"
  }

  /// The number as people write it; in Anki it is shown, and not read.
  private func value(_ field: QuizField?) -> String {
    field.map { quiz.notation.decimal.written($0.right.value.typed) } ?? ""
  }

  /// A field in quotation marks, in one line.
  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\"", with: "\"\"").replacing("\n", with: " ").replacing("\t", with: " ") + "\""
  }
}
