import Documents
import Formulas

/// A package of QTI 2.1: a test, its items, and their pictures (IMS Question and Test Interoperability 2.1, 2012).
struct QTIQuiz {
  private let quiz: Quiz

  init(_ quiz: Quiz) { self.quiz = quiz }

  /// The archive; `nil` if it would be too large.
  var archive: ZipArchive? {
    let questions = quiz.categories.flatMap(\.questions)
    let pictures = quiz.pictures
    return ZipArchive(
      [("imsmanifest.xml", manifest(questions, Set(pictures.map(\.name)))), ("test.xml", test)]
        + questions.map { (Self.path(of: $0), item($0)) } + pictures)
  }

  private static func path(of question: QuizQuestion) -> String { "items/\(question.id).xml" }

  private static let namespaces = """
    xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
    xsi:schemaLocation="http://www.imsglobal.org/xsd/imsqti_v2p1 http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd"
    """

  private func manifest(_ questions: [QuizQuestion], _ pictures: Set<String>) -> String {
    let items = questions.map { question in
      let name = question.pictureName
      let picture = pictures.contains(name) ? "<file href=\"\(name)\"/>" : ""
      return """
        <resource identifier="\(question.id)" type="imsqti_item_xmlv2p1" href="\(Self.path(of: question))">\
        <file href="\(Self.path(of: question))"/>\(picture)</resource>

        """
    }
    let dependencies = questions.map { "<dependency identifierref=\"\($0.id)\"/>\n" }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="manifest">
      <metadata><schema>QTIv2.1 Package</schema><schemaversion>1.0.0</schemaversion></metadata>
      <organizations/>
      <resources>
      <resource identifier="test" type="imsqti_test_xmlv2p1" href="test.xml">
      <file href="test.xml"/>
      \(dependencies.joined())</resource>
      \(items.joined())</resources>
      </manifest>

      """
  }

  /// A section for each category; of versions one is drawn.
  private var test: String {
    let sections = quiz.categories.enumerated().map { number, category in
      let items = category.questions.map {
        "<assessmentItemRef identifier=\"\($0.id)\" href=\"\(Self.path(of: $0))\"/>\n"
      }
      return """
        <assessmentSection identifier="section\(number + 1)" title="\(HTMLText.escape(category.quantity ?? quiz.title))" \
        visible="true">
        \(category.quantity == nil ? "" : "<selection select=\"1\"/>\n")\(items.joined())</assessmentSection>

        """
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <assessmentTest \(Self.namespaces) identifier="test" title="\(HTMLText.escape(quiz.title))">
      <testPart identifier="part" navigationMode="nonlinear" submissionMode="individual">
      <itemSessionControl maxAttempts="0" showFeedback="true" showSolution="false"/>
      \(sections.joined())</testPart>
      </assessmentTest>

      """
  }

  private func item(_ question: QuizQuestion) -> String {
    // The address of the picture as seen from the item.
    let text = QuizText(
      quiz, .mathML, pictures: .file("../" + question.pictureName), readsCommas: false)
    let blanks = question.blanks.enumerated().map { (number: $0 + 1, blank: $1.blank, field: $1.field) }
    let numbers = Dictionary(blanks.map { ($0.blank, $0.number) }, uniquingKeysWith: { first, _ in first })
    let responses = blanks.map { number, _, field in
      """
      <responseDeclaration identifier="RESPONSE\(number)" cardinality="single" baseType="float">\
      <correctResponse><value>\(field.right.typed.value)</value></correctResponse></responseDeclaration>

      """
    }
    let stem = text.stem(question) { blank in
      "<textEntryInteraction responseIdentifier=\"RESPONSE\(numbers[blank] ?? 0)\" expectedLength=\"12\"/>"
    }
    let conditions = blanks.map { judging($0.number, $0.field) }
    let hints = blanks.flatMap { number, _, field in
      field.mistaken.enumerated().map {
        Self.feedback("HINT\(number).\($0 + 1)", "<p>" + text.hint($1) + "</p>")
      } + (field.nearly == nil ? [] : [Self.feedback("NEARLY\(number)", "<p>\(text.nearly(field))</p>")])
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <assessmentItem \(Self.namespaces) identifier="\(question.id)" title="\(HTMLText.escape(question.name))" \
      adaptive="false" timeDependent="false" xml:lang="\(quiz.notation.language.tag)">
      \(responses.joined())\(Self.outcome("SCORE", 0))\(Self.outcome("MAXSCORE", blanks.count))\
      <outcomeDeclaration identifier="FEEDBACK" cardinality="multiple" baseType="identifier"/>
      <itemBody>
      <div>
      \(stem)</div>
      </itemBody>
      <responseProcessing>
      \(conditions.joined())\(Self.solved(blanks.count))
      </responseProcessing>
      \(hints.joined())\(Self.feedback("SOLUTION", text.solution(question)))</assessmentItem>

      """
  }

  private static func outcome(_ name: String, _ value: Int) -> String {
    """
    <outcomeDeclaration identifier="\(name)" cardinality="single" baseType="float">\
    <defaultValue><value>\(value)</value></defaultValue></outcomeDeclaration>

    """
  }

  private static func feedback(_ name: String, _ content: String) -> String {
    """
    <modalFeedback outcomeIdentifier="FEEDBACK" identifier="\(name)" showHide="show">\(content)</modalFeedback>

    """
  }

  /// Adds a name to those of the feedback that is shown.
  private static func show(_ name: String) -> String {
    """
    <setOutcomeValue identifier="FEEDBACK"><multiple><variable identifier="FEEDBACK"/>\
    <baseValue baseType="identifier">\(name)</baseValue></multiple></setOutcomeValue>
    """
  }

  /// Shows the solution if all blanks are right: before, the hints ask for another attempt.
  private static func solved(_ points: Int) -> String {
    """
    <responseCondition><responseIf><gte><variable identifier="SCORE"/><baseValue baseType="float">\(points)</baseValue></gte>\
    \(show("SOLUTION"))</responseIf></responseCondition>
    """
  }

  private static func score(_ points: String) -> String {
    """
    <setOutcomeValue identifier="SCORE"><sum><variable identifier="SCORE"/>\
    <baseValue baseType="float">\(points)</baseValue></sum></setOutcomeValue>
    """
  }

  /// The cases in the order in which they are tried; a blank that is left empty is none.
  private func judging(_ number: Int, _ field: QuizField) -> String {
    let response = "<variable identifier=\"RESPONSE\(number)\"/>"
    func test(_ number: QuizNumber) -> String {
      let mode =
        number.tolerance.value == 0
        ? "toleranceMode=\"exact\""
        : "toleranceMode=\"absolute\" tolerance=\"\(number.typed.tolerance) \(number.typed.tolerance)\""
      return
        "<equal \(mode)>\(response)<baseValue baseType=\"float\">\(number.typed.value)</baseValue></equal>"
    }
    let others =
      [(field.right, Self.score("1"))]
      + field.mistaken.enumerated().map { ($1.number, Self.show("HINT\(number).\($0 + 1)")) }
      + (field.nearly.map { [($0, Self.score("0.5") + Self.show("NEARLY\(number)"))] } ?? [])
    return "<responseCondition>\n<responseIf><isNull>\(response)</isNull></responseIf>\n"
      + others.map { "<responseElseIf>\(test($0))\($1)</responseElseIf>\n" }.joined()
      + "</responseCondition>\n"
  }
}

extension ZipArchive {
  /// An archive of files by their names; `nil` if it would be too large.
  init?(_ files: [(name: String, content: String)]) {
    self.init()
    for file in files {
      guard add(file.name, file.content) else { return nil }
    }
  }
}

extension QuizQuestion {
  /// The file of the picture in a package: one for all questions about the same numbers.
  var pictureName: String { "pictures/network" + (variant.map { "-\($0)" } ?? "") + ".svg" }
}

extension Quiz {
  /// The pictures as files, each once.
  var pictures: [(name: String, content: String)] {
    let writer = MarkdownWriter(notation: notation)
    var names: Set<String> = []
    return categories.flatMap(\.questions).compactMap { question in
      guard names.insert(question.pictureName).inserted else { return nil }
      return writer.figures(of: question.network).first.map { (question.pictureName, $0.content) }
    }
  }
}
