import Documents
import Formulas

/// A quiz for Canvas, which reads numerical questions of QTI 1.2 from a package.
///
/// Canvas takes each condition on a number for a right answer. It keeps three comments on a question, by the names of their
/// feedbacks: on every answer, on a right one, and on a wrong one. So the solution is the comment on every answer, and the hints
/// together, without their numbers, are that on a wrong one.
struct CanvasQuiz {
  private let quiz: Quiz

  init(_ quiz: Quiz) { self.quiz = quiz }

  /// The archive; `nil` if it would be too large.
  var archive: ZipArchive? {
    let pictures = quiz.pictures
    return ZipArchive(
      [("imsmanifest.xml", manifest(pictures.map(\.name))), ("quiz/quiz.xml", assessment)] + pictures)
  }

  private func manifest(_ pictures: [String]) -> String {
    let files = pictures.enumerated().map { number, name in
      """
      <resource identifier="picture\(number + 1)" type="webcontent" href="\(name)"><file href="\(name)"/></resource>

      """
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <manifest identifier="manifest" xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1">
      <metadata><schema>IMS Content</schema><schemaversion>1.1.3</schemaversion></metadata>
      <organizations/>
      <resources>
      <resource identifier="quiz" type="imsqti_xmlv1p2"><file href="quiz/quiz.xml"/></resource>
      \(files.joined())</resources>
      </manifest>

      """
  }

  /// The questions, each a condition and its comments.
  var assessment: String {
    let sections = quiz.categories.enumerated().map { number, category in
      let items = category.questions.map(item).joined()
      guard let quantity = category.quantity else { return items }
      // A group of which one question is drawn.
      return """
        <section ident="group\(number + 1)" title="\(HTMLText.escape(quantity))">
        <selection_ordering><selection><selection_number>1</selection_number><selection_extension>\
        <points_per_item>1</points_per_item></selection_extension></selection></selection_ordering>
        \(items)</section>

        """
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2">
      <assessment ident="quiz" title="\(HTMLText.escape(quiz.title))">
      <section ident="root_section">
      \(sections.joined())</section>
      </assessment>
      </questestinterop>

      """
  }

  private func item(_ question: QuizQuestion) -> String {
    guard let (_, field) = question.blanks.first else { return "" }
    // Canvas replaces this by the address of the course's files.
    let text = QuizText(quiz, .tex, pictures: .file("%24IMS-CC-FILEBASE%24/" + question.pictureName))
    let hints = text.hints(field)
    return """
      <item ident="\(question.id)" title="\(HTMLText.escape(question.name))">
      <itemmetadata><qtimetadata>\(Self.metadata("question_type", "numerical_question"))\
      \(Self.metadata("points_possible", "1"))</qtimetadata></itemmetadata>
      <presentation>\(Self.material(text.stem(question, field: nil)))\
      <response_str ident="response1" rcardinality="Single"><render_fib fibtype="Decimal">\
      <response_label ident="answer1"/></render_fib></response_str></presentation>
      <resprocessing>
      <outcomes><decvar maxvalue="100" minvalue="0" varname="SCORE" vartype="Decimal"/></outcomes>
      \(Self.anyAnswer("general_fb"))\(Self.right(field.right))\
      \(hints.isEmpty ? "" : Self.anyAnswer("general_incorrect_fb"))</resprocessing>
      \(Self.feedback("general_fb", text.solution(question)))\
      \(hints.isEmpty ? "" : Self.feedback("general_incorrect_fb", hints))</item>

      """
  }

  private static func metadata(_ name: String, _ value: String) -> String {
    """
    <qtimetadatafield><fieldlabel>\(name)</fieldlabel><fieldentry>\(value)</fieldentry></qtimetadatafield>
    """
  }

  private static func material(_ html: String) -> String {
    "<material><mattext texttype=\"text/html\">\(HTMLText.escape(html))</mattext></material>"
  }

  private static func feedback(_ name: String, _ html: String) -> String {
    "<itemfeedback ident=\"\(name)\"><flow_mat>\(material(html))</flow_mat></itemfeedback>\n"
  }

  /// The condition of a feedback: the right answer has ended what is tried before the last of them.
  private static func anyAnswer(_ feedback: String) -> String {
    """
    <respcondition continue="Yes"><conditionvar><other/></conditionvar>\
    <displayfeedback feedbacktype="Response" linkrefid="\(feedback)"/></respcondition>

    """
  }

  /// The number, or what lies between the ends around it.
  private static func right(_ number: QuizNumber) -> String {
    let (least, greatest) = number.ends
    func typed(_ end: Double) -> String { Numeral(rounding: end, digits: 15)?.typed ?? number.typed.value }
    return """
      <respcondition continue="No"><conditionvar><or><varequal respident="response1">\(number.typed.value)</varequal>\
      <and><vargte respident="response1">\(typed(least))</vargte><varlte respident="response1">\(typed(greatest))</varlte></and></or>\
      </conditionvar><setvar action="Set" varname="SCORE">100</setvar></respcondition>

      """
  }
}
