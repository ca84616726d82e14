import Backprop
import Formulas
import Lessons
import Testing
import Texts

@testable import Exports

@Suite("Gradients of another program")
struct ComparisonTests {
  /// A derivative as somebody else has it.
  typealias Change = (_ name: String, _ value: Double, _ derivative: Double) -> Double

  /// What is said of the gradients of a lesson, in 32 bits, after a change of each.
  private func phrases(
    of name: String, exchanging: Set<String> = [], without: Set<String> = [], _ change: Change
  ) throws -> [ComparisonPhrase] {
    let source = try #require(Catalog.source(of: name))
    guard case .layered(let lesson) = try WrittenLesson(json: source) else { return [] }
    let result = try Backpropagation(lesson.objective)
    let values = lesson.objective.network.parameters
    var members = ["\"precision\": \"32 bits\"", "\"lesson\": \"mine.json\""]
    for (id, derivative) in result.gradient.enumerated() {
      let symbol = result.layout.symbol(id, example: nil)
      let array = symbol.whole.name
      guard !without.contains(array) else { continue }
      let place = exchanging.contains(array) ? Array(symbol.indices.reversed()) : Array(symbol.indices)
      let key = array + (place.isEmpty ? "" : "[\(place.map(String.init).joined(separator: ","))]")
      members.append("\"dC/d\(key)\": \(Double(Float(change(array, values[id], derivative))))")
    }
    let file = try #require(GradientFile(json: Array("{\(members.joined(separator: ", "))}".utf8)))
    return try GradientComparison(.layered(lesson), file).phrases
  }

  @Test(
    "Those that were computed in 32 bits agree", arguments: ["two-neurons", "batch", "digit", "single-chain"])
  func agreement(lesson: String) throws {
    let phrases = try phrases(of: lesson) { $2 }
    guard phrases.count == 1, case .agree(_)? = phrases.first else {
      Issue.record("\(phrases)")
      return
    }
  }

  @Test("A convention that explains every difference is named")
  func conventions() throws {
    #expect(try phrases(of: "batch") { 3 * $2 }.last == .sumOfExamples(3))
    #expect(try phrases(of: "two-neurons") { $2 / 2 }.last == .meanOfOutputs(2))
    #expect(try phrases(of: "single-chain") { $2 / 2 }.last == .half)
    #expect(try phrases(of: "single-chain") { -$2 }.last == .negative)
    for onBiases in [false, true] {
      let phrase = try phrases(of: "two-neurons") { name, value, derivative in
        derivative + (onBiases || name.hasPrefix("w") ? 0.25 * value : 0)
      }.last
      guard case .decay(let decay, onBiases)? = phrase else {
        Issue.record("\(String(describing: phrase))")
        continue
      }
      #expect((decay.value - 0.25).magnitude < 1e-4)
    }
    #expect(try phrases(of: "softmax", exchanging: ["w1"]) { $2 } == [.transposed(["w1"])])
    #expect(try phrases(of: "two-neurons", exchanging: ["w1", "w2"]) { $2 } == [.transposed(["w1", "w2"])])
  }

  @Test("A parameter that is missing, or differs without a known reason, is named")
  func others() throws {
    #expect(try phrases(of: "two-neurons", without: ["b2"]) { $2 }.first == .missing(["b2"]))
    let phrases = try phrases(of: "two-neurons") { $0 == "w2" ? $2 + 0.1 : $2 }
    #expect(phrases == [.differ(["w2"], 4, of: 12), .unexplained])
  }

  @Test("A file of answers is no file of gradients", arguments: ["{\"dC/dw1\": 1}", "w1 = 2", "[1]", "{"])
  func answers(text: String) {
    #expect(GradientFile(json: Array(text.utf8)) == nil)
  }
}
