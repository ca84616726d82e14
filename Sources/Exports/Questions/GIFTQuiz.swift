import Documents
import Formulas

/// Moodle's GIFT, of numerical questions; the hints are plain, as some readers take a brace for the end of the answers.
struct GIFTQuiz {
  private let quiz: Quiz

  init(_ quiz: Quiz) { self.quiz = quiz }

  /// The whole file.
  var text: String {
    quiz.categories.map { category in
      "$CATEGORY: \(quiz.path(of: category))\n\n" + category.questions.map(text(of:)).joined()
    }.joined()
  }

  private func text(of question: QuizQuestion) -> String {
    guard let (_, field) = question.blanks.first else { return "" }
    let text = QuizText(quiz, .tex, pictures: .inline(question.id))
    func answer(_ percent: Int, _ number: QuizNumber, _ feedback: String) -> String {
      "=%\(percent)%\(number.typed.value):\(number.typed.tolerance)"
        + (feedback.isEmpty ? "" : "#" + Self.escape(feedback)) + "\n"
    }
    let answers =
      answer(100, field.right, "") + field.mistaken.map { answer(0, $0.number, text.plainHint($0)) }.joined()
      + (field.nearly.map { answer(50, $0, text.nearly(field)) } ?? "")
    return "::\(Self.escape(question.name))::[html]\(Self.escape(text.stem(question, field: nil))){#\n"
      + answers + "####\(Self.escape(text.solution(question)))}\n\n"
  }

  /// What means something to GIFT, and the backslash of TeX, which would be taken for a line break before an n; a question
  /// has no empty line, and this one has no line breaks at all.
  static func escape(_ html: String) -> String {
    html.replacingScalars { scalar in
      switch scalar {
      case "\n": " "
      case "\\", "~", "=", "#", "{", "}", ":": "\\\(scalar)"
      default: nil
      }
    }
  }
}
