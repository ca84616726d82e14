import Backprop
import Formulas
import Foundation
import Testing

@testable import Lessons

/// Second derivatives of a graph, or of a built-in lesson, by differences of the plain formulas with 90 digits (mpmath).
struct KnownSecondDerivatives: CustomTestStringConvertible {
  let testDescription: String
  private let lesson: String?
  private var json = ""
  fileprivate var entries: [(first: String, second: String, value: Double)] = []

  static let all = read()

  private static func read() -> [KnownSecondDerivatives] {
    let file = LessonValues.folder.appending(path: "second-derivatives.txt")
    var all: [KnownSecondDerivatives] = []
    for line in ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n") {
      if line.hasPrefix("= ") {
        let name = String(line.dropFirst(2))
        all.append(
          KnownSecondDerivatives(
            testDescription: name, lesson: name.hasPrefix("lesson ") ? String(name.dropFirst(7)) : nil))
      } else if line.hasPrefix("{") {
        all[all.count - 1].json = String(line)
      } else {
        let parts = line.split(separator: " ").map(String.init)
        all[all.count - 1].entries.append((parts[0], parts[1], Double(parts[2]) ?? .nan))
      }
    }
    return all
  }

  private init(testDescription: String, lesson: String?) {
    (self.testDescription, self.lesson) = (testDescription, lesson)
  }

  /// The names of the lesson.
  fileprivate func names() throws -> FurtherNames {
    guard let lesson else { return FurtherNames(try NamedLesson(json: Array(json.utf8))) }
    guard case .layered(let layers) = try WrittenLesson(json: #require(Catalog.source(of: lesson))) else {
      throw CocoaError(.featureUnsupported)
    }
    return try FurtherNames(layers)
  }
}

@Suite("Second derivatives")
struct SecondDerivativeTests {
  @Test(
    "Each is what a calculation with 90 digits gives, in both orders", arguments: KnownSecondDerivatives.all)
  func values(known: KnownSecondDerivatives) throws {
    let names = try known.names()
    let largest = known.entries.map(\.value.magnitude).max() ?? 0
    for (first, second, value) in known.entries {
      let pair = [try names.parameter(first, for: "--second"), try names.parameter(second, for: "--second")]
      let derived = try SecondDerivation(
        names.lesson, by: Set(pair).sorted(), for: "--second", settings: Settings())
      for (outer, inner) in [(pair[0], pair[1]), (pair[1], pair[0])] {
        let found = try derived.row(inner, by: [outer]).work.trace.gradients[outer]
        #expect(abs(found - value) <= 1e-12 * max(value.magnitude, 1e-2 * largest), "\(first) \(second)")
      }
    }
  }

  @Test("The document of each derives what its check confirms", arguments: KnownSecondDerivatives.all)
  func documents(known: KnownSecondDerivatives) throws {
    let names = try known.names()
    guard let entry = known.entries.last else { return }
    let narrator = try SecondNarrator(names, entry.first, entry.second, settings: Settings())
    #expect(narrator.passed)
    let last = narrator.blocks().flatMap(\.equations).last
    guard case .number(let numeral) = last?.sides.last?.formula else {
      Issue.record("no number at the end")
      return
    }
    #expect(abs(numeral.value - entry.value) <= 2e-5 * abs(entry.value))
  }

  @Test(
    "At a kink the second derivative is 0, and the page says that it does not exist",
    arguments: ["relu(x)*y", "abs(x)*y", "max(x, 0)*y"])
  func kinks(formula: String) throws {
    let lesson = try NamedLesson(
      json: Array(#"{ "given": { "x": 0, "y": 2 }, "graph": ["f = \#(formula)"] }"#.utf8))
    let narrator = try SecondNarrator(FurtherNames(lesson), "x", "x", settings: Settings())
    var text = ""
    var settings = Settings()
    settings.derived = .second("x", "x")
    try WorkedExample(lesson, settings: settings).write(as: .text, to: &text)
    #expect(narrator.passed)
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      words.contains("the second does not exist") || words.contains("where the derivative does not exist"))
    #expect(words.contains("There is a kink here: no one number says how"))
    #expect(!words.contains("to first order"))
  }

  @Test("Newton's step ends where the gradient of a parabola vanishes, and there is none without an inverse")
  func newton() throws {
    let lesson = try NamedLesson(json: #require(Catalog.source(of: "hessian")))
    let narrator = try HessianNarrator(lesson, newton: true, settings: Settings())
    let step = try #require(narrator.hessian.newtonStep(gradient: [8, -1]))
    #expect(abs(step[0] + 1) < 1e-14 && abs(step[1] - 2) < 1e-14)
    #expect(narrator.hessian.isPositiveDefinite)
    let flat = try NamedLesson(
      json: Array(#"{ "given": { "x": 1, "y": 2 }, "graph": ["f = (x - y)^2"] }"#.utf8))
    let none = try HessianNarrator(flat, newton: true, settings: Settings())
    #expect(none.hessian.newtonStep(gradient: [-2, 2]) == nil)
    #expect(!none.hessian.isPositiveDefinite)
  }

  @Test(
    "Every activation with every cost is the same as a graph: values, gradient, and a second derivative that its check confirms",
    arguments: Cost.Kind.allCases)
  func layers(cost: Cost.Kind) throws {
    for activation in Activation.Kind.allCases {
      let needsShares =
        cost == .binaryCrossEntropy || cost == .meanBinaryCrossEntropy || cost == .crossEntropy
      let isShare = activation == .sigmoid || activation == .softmax
      if needsShares, !isShare { continue }
      func written(_ activation: Activation.Kind) -> String {
        activation == .leakyReLU ? #"{ "leaky-relu": 0.01 }"# : "\"\(activation.rawValue)\""
      }
      let hidden = written(activation == .softmax ? .tanh : activation)
      let targets = cost == .hinge ? "[1, -1]" : "[1, 0]"
      let json = """
        { "network": { "inputs": 2, "layers": [
          { "activation": \(hidden), "weights": [[0.3, -0.6], [0.9, 0.4]], "biases": [0.1, -0.2] },
          { "activation": \(written(activation)), "weights": [[0.7, -0.5], [-0.4, 0.8]], "biases": [0.2, 0.3] }] },
          "cost": "\(cost.rawValue)", "penalty": { "l2": 0.3 },
          "examples": [{ "inputs": [0.5, -1.5], "targets": \(targets) }, { "inputs": [1, 0.7], "targets": \(targets) }] }
        """
      guard case .layered(let lesson) = try WrittenLesson(json: Array(json.utf8)) else { continue }
      let names = try FurtherNames(lesson)
      let (graph, layers) = (GraphTrace.inDoubles(names.lesson.graph), try Backpropagation(lesson.objective))
      for (id, expected) in layers.gradient.enumerated() {
        #expect(abs(graph.gradients[id] - expected) <= 1e-12 * max(1, abs(expected)), "\(activation) \(id)")
      }
      let narrator = try SecondNarrator(names, "w1[1,2]", "w2[2,1]", settings: Settings())
      #expect(narrator.passed, "\(activation)")
      #expect(!narrator.blocks().isEmpty)
    }
  }

  /// x² e^y, in steps of gradient descent; what is derived of it, and as which format.
  private static func written(
    _ derived: Settings.Derived, steps: Int, newton: Bool = false, as format: Format = .text
  ) throws -> String {
    let json = """
      { "given": { "x": 3, "y": 0 }, "graph": ["q = x^2", "f = q*exp(y)"], "by": ["x", "y"], "learningRate": 0.01,
        "steps": \(steps), "hessian": true, "newton": \(newton) }
      """
    var settings = Settings()
    settings.derived = derived
    var text = ""
    try WorkedExample(NamedLesson(json: Array(json.utf8)), settings: settings).write(as: format, to: &text)
    return format == .text ? text.split(whereSeparator: \.isWhitespace).joined(separator: " ") : text
  }

  @Test(
    "A lesson with second derivatives takes all of its steps, with the result after each", arguments: [1, 3])
  func steps(count: Int) throws {
    let page = try Self.written(.gradient, steps: count, newton: true)
    #expect(page.contains("Newton's step"))
    #expect(page.contains("after each step") == (count > 1))
    for number in 2...4 { #expect(page.contains("Step \(number)") == (number <= count && count > 1)) }
    #expect(!page.contains("left out"))
    let costs = try Self.written(.gradient, steps: count, as: .json).contains(#""costs""#)
    #expect(costs == (count > 1))
  }

  @Test(
    "Where only other derivatives are asked for, the page says that the steps are left out",
    arguments: [Settings.Derived.second("x", "y"), .jacobian(of: "q", by: "x"), .forward(by: "x")])
  func leftOut(derived: Settings.Derived) throws {
    #expect(
      try Self.written(derived, steps: 3).contains(
        "All derivatives are taken at these numbers; the steps that the lesson takes are left out here."))
    #expect(try Self.written(derived, steps: 1).contains("the step that the lesson takes is left out here."))
  }

  @Test(
    "The derivative of a first derivative by what is computed is not written as one by two free variables")
  func symbols() throws {
    let page = try Self.written(.second("x", "y"), steps: 1)
    for right in ["∂²f/∂x∂y", "∂(∂f/∂y)/∂q = "] { #expect(page.contains(right)) }
    for wrong in ["∂²f/∂q", "∂²f/∂f", "∂²f/∂x∂q", "∂²f/∂y∂q"] { #expect(!page.contains(wrong)) }
  }

  @Test("A parameter without an effect has no row in the matrix, which says so, and one alone is refused")
  func withoutEffect() throws {
    func text(_ by: String) throws -> String {
      let json =
        #"{ "given": { "x": 3, "y": 2, "z": 1 }, "graph": ["f = x^2*y", "g = f + z"], "of": "f", "by": [\#(by)] }"#
      var settings = Settings()
      settings.derived = .hessian(newton: true)
      var text = ""
      try WorkedExample(NamedLesson(json: Array(json.utf8)), settings: settings).write(as: .text, to: &text)
      return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let page = try text(#""x", "y", "z""#)
    #expect(page.contains("2 × 2 here"))
    #expect(page.contains("f does not depend on z: the derivatives with respect to it are 0, and left out."))
    #expect(throws: WorkedExampleError.self) { try text(#""z""#) }
  }
}
