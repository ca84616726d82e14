import Formulas
import Testing

@testable import Lessons

/// Numbers as a program writes them that has learnt them.
private let network = """
  { "title": "Learnt",
    "network": { "inputs": 2, "layers": [
      { "activation": "tanh", "weights": [[0.49671415301123474, -0.13826430117118466], [0.64768853810069252, 0.25]],
        "biases": [-0.23415337472333597, 0.1] },
      { "activation": "sigmoid", "weights": [[1.5792128155073915, 0.76743472915290878]] } ] },
    "cost": "half-squared-error",
    "examples": [{ "inputs": [0.54256004358596412, -0.75], "targets": [1] }EXAMPLES], "learningRate": 0.5 }
  """
private let graph = """
  { "title": "Learnt", "given": { "x": [0.49671415301123474, 0.25], "w": 0.64768853810069252 },
    "graph": ["y = x[1] * w + x[2]", "L = y^2"], "by": ["w", "x"], "learningRate": 0.5 }
  """

private func text(_ json: String, digits: Int, exact: Bool = false) throws -> String {
  var settings = Settings()
  (settings.digits, settings.exact) = (digits, exact)
  var text = ""
  try WorkedExample(WrittenLesson(json: Array(json.utf8)), settings: settings).write(as: .markdown, to: &text)
  return text
}

/// The most digits that a number in a text has, zeros in front aside.
private func mostDigits(_ text: String) -> Int {
  text.matches(of: #/\d+\.\d+/#).map { match in
    match.output.filter { $0 != "." }.drop { $0 == "0" }.count
  }.max() ?? 0
}

@Suite struct `Given numbers of many digits` {
  private static let lessons = [
    network.replacing("EXAMPLES", with: ""),
    network.replacing("EXAMPLES", with: ", { \"inputs\": [0.25, 0.46341769281246226], \"targets\": [0] }"),
    graph,
  ]

  @Test(arguments: lessons, [2, 4, 6, 10])
  func `are shown with no more digits than a line needs, and the text says so`(lesson: String, digits: Int)
    throws
  {
    let text = try text(lesson, digits: digits)
    // A line whose terms cancel may need a few digits more than its result has.
    #expect(mostDigits(text) <= digits + 4)
    #expect(text.contains("Given numbers with more than 10 digits are shown rounded"))
    #expect(text.contains("\\approx \(digits == 4 ? "0.6477" : "0.6")"), "\(text)")
    #expect(text.contains("= 0.25"))
  }

  @Test(arguments: lessons)
  func `are shown whole where so many digits are asked for`(lesson: String) throws {
    let text = try text(lesson, digits: 17)
    #expect(text.contains("= 0.64768853810069252") && !text.contains("are shown rounded"))
  }

  @Test func `have no sentence where there are none`() throws {
    let source = try #require(Catalog.source(of: "two-neurons"))
    #expect(!(try text(String(decoding: source, as: UTF8.self), digits: 4)).contains("are shown rounded"))
  }
}

@Test(arguments: [
  ("0.1234567890", 4, true), ("0.12345678901", 4, false), ("0.00012345678901", 4, false),
  ("12345.678901", 4, false),
  ("0.12345678901", 11, true), ("-0.12345678901", 4, false), ("0.0000000000001", 4, true),
  ("1e-300", 4, true),
])
func `How many digits a given may have is counted from its first that is not 0`(
  text: String, digits: Int, isWhole: Bool
) throws {
  #expect(try #require(Numeral(text)).isShownWhole(digits: digits) == isWhole)
}
