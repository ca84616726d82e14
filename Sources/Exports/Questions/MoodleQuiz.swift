import Documents
import Formulas

/// Moodle XML: numerical questions, or one with embedded answers (Cloze).
struct MoodleQuiz {
  private let quiz: Quiz

  init(_ quiz: Quiz) { self.quiz = quiz }

  /// The whole file.
  var text: String {
    let categories = quiz.categories.map { category in
      self.category(category) + category.questions.map(text(of:)).joined()
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n" + categories.joined() + "</quiz>\n"
  }

  private func category(_ category: Quiz.Category) -> String {
    """
    <question type="category"><category><text>\(HTMLText.escape(quiz.path(of: category)))</text></category></question>

    """
  }

  private func text(of question: QuizQuestion) -> String {
    let text = QuizText(quiz, .tex, pictures: .inline(question.id))
    let solution =
      "<generalfeedback format=\"html\">\(Self.data(text.solution(question)))</generalfeedback>\n"
    let name = "<name><text>\(HTMLText.escape(question.name))</text></name>\n"
    if quiz.isCloze {
      let stem = text.stem(question) { blank in
        question.fields[blank].map { field($0, text) } ?? ""
      }
      return "<question type=\"cloze\">\n" + name
        + "<questiontext format=\"html\">\(Self.data(stem))</questiontext>\n"
        + solution + "</question>\n"
    }
    let answers = question.blanks.first.map { self.answers($0.field, text) } ?? ""
    return "<question type=\"numerical\">\n" + name
      + "<questiontext format=\"html\">\(Self.data(text.stem(question, field: nil)))</questiontext>\n"
      + solution
      + "<defaultgrade>1</defaultgrade>\n" + answers
      + "<unitgradingtype>0</unitgradingtype>\n<showunits>3</showunits>\n</question>\n"
  }

  /// The answers in the order in which they are tried: a mistake may be near to what has too few digits.
  private func answers(_ field: QuizField, _ text: QuizText) -> String {
    func answer(_ percent: Int, _ number: QuizNumber, _ feedback: String) -> String {
      """
      <answer fraction="\(percent)" format="plain_text"><text>\(number.typed.value)</text>\
      <feedback format="html">\(Self.data(feedback))</feedback><tolerance>\(number.typed.tolerance)</tolerance></answer>

      """
    }
    return answer(100, field.right, "")
      + field.mistaken.map { answer(0, $0.number, text.hint($0)) }.joined()
      + (field.nearly.map { answer(50, $0, text.nearly(field)) } ?? "")
  }

  /// The same answers in braces; a feedback is shown in a small window, where no formula is set.
  private func field(_ field: QuizField, _ text: QuizText) -> String {
    func answer(_ sign: String, _ number: QuizNumber, _ feedback: String) -> String {
      sign + number.typed.value + ":" + number.typed.tolerance
        + (feedback.isEmpty ? "" : "#" + Self.escapeInField(feedback))
    }
    let all =
      [answer("=", field.right, "")]
      + field.mistaken.map { answer("%0%", $0.number, text.plainHint($0)) }
      + (field.nearly.map { [answer("%50%", $0, text.nearly(field))] } ?? [])
    return "{1:NUMERICAL:" + all.joined(separator: "~") + "}"
  }

  /// A feedback ends at a brace or a tilde; its entities are replaced once before it is HTML, and a line ends its field.
  static func escapeInField(_ html: String) -> String {
    html.replacingScalars { scalar in
      switch scalar {
      case "&": "&amp;"
      case "~": "&amp;\\#126;"
      case "}": "\\}"
      case "#": "\\#"
      case "\n": " "
      default: nil
      }
    }
  }

  /// HTML as it stands; what would end the section is divided among two of them.
  private static func data(_ html: String) -> String {
    "<text><![CDATA[" + html.replacing("]]>", with: "]]]]><![CDATA[>") + "]]></text>"
  }
}
