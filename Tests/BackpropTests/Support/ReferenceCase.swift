import Backprop
import Formulas
import Foundation
import Testing

/// A network and what it must give: see `Reference/README.md`.
struct ReferenceCase: Sendable, CustomTestStringConvertible {
  let name: String
  let tags: Set<String>
  let objective: Objective<Double>
  let learningRate: Double?
  /// Quantities and derivatives of the total cost: `z1[1]@2`, `dC/dw1[1,3]`, `new b2`.
  let values: [String: Double]
  /// Local derivatives: `da2[1]@1/dz2[2]@1`.
  let factors: [String: Double]
  let tolerance: Tolerance
  /// The largest |want| of each group.
  private let largest: [String: Double]

  /// |got − want| ≤ relative · max(|got|, |want|, floor · M).
  struct Tolerance: Sendable, Decodable {
    let rel: Double
    let floor: Double
  }

  var testDescription: String { name }

  /// All cases of `Reference/cases.json`.
  static func all() throws -> [ReferenceCase] {
    let file = Bundle.module.url(forResource: "cases", withExtension: "json", subdirectory: "Reference")
    let data = try Data(contentsOf: #require(file))
    return try JSONDecoder().decode([Record].self, from: data).map { try $0.referenceCase }
  }

  /// What is wrong with a value; `nil` if it is near enough.
  func complaint(_ got: Double, _ name: String) -> String? {
    guard let want = values[name] ?? factors[name] else { return "\(self.name): there is no \(name)" }
    let largest = largest[Self.group(of: name), default: want.magnitude]
    var allowed = tolerance.rel * max(got.magnitude, want.magnitude, tolerance.floor * largest)
    // An activation near 1 cannot carry more.
    if tags.contains("saturated") { allowed += 2.3e-16 * max(1, largest) }
    return (got - want).magnitude <= allowed ? nil : "\(self.name): \(name) is \(got), not \(want)"
  }

  fileprivate init(_ record: Record, _ objective: Objective<Double>) {
    name = record.name
    tags = Set(record.tags)
    self.objective = objective
    learningRate = record.lesson.learningRate
    values = record.values
    factors = record.factors
    tolerance = record.tolerance
    let all = values.merging(factors) { value, _ in value }
    largest = Dictionary(grouping: all) { Self.group(of: $0.key) }.mapValues { group in
      group.reduce(0) { max($0, $1.value.magnitude) }
    }
  }

  /// One letter of one layer of one example: a name without its indices.
  private static func group(of name: String) -> String {
    var isIndex = false
    return name.filter { character in
      if character == "[" { isIndex = true }
      defer { if character == "]" { isIndex = false } }
      return !isIndex
    }
  }
}

/// A case as it stands in the file.
private struct Record: Decodable {
  let name: String
  let tags: [String]
  let tolerance: ReferenceCase.Tolerance
  let lesson: Lesson
  let values: [String: Double]
  let factors: [String: Double]

  struct Lesson: Decodable {
    let network: Network
    let cost: String
    let examples: [Example]
    let penalty: Penalty?
    let learningRate: Double?
  }
  struct Network: Decodable { let layers: [Layer] }
  struct Layer: Decodable {
    let activation: Activation
    let weights: [[Double]]
    let biases: [Double]?
  }
  enum Activation: Decodable {
    case plain(String)
    case leaky(Double)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let name = try? container.decode(String.self) {
        self = .plain(name)
      } else {
        self = .leaky(try container.decode([String: Double].self)["leaky-relu"] ?? .nan)
      }
    }
  }
  struct Example: Decodable {
    let inputs: [Double]
    let targets: [Double]
  }
  struct Penalty: Decodable {
    let l2: Double?
    let l1: Double?
  }
}

extension Record {
  var referenceCase: ReferenceCase {
    get throws {
      let cost = try #require(Cost.Kind(rawValue: lesson.cost).map { Cost($0) }, "\(name): \(lesson.cost)")
      let layers = try lesson.network.layers.map {
        Backprop.Network<Double>.Layer(try $0.activation.known, weights: $0.weights, biases: $0.biases)
      }
      let objective = Objective(
        network: Backprop.Network(layers), cost: cost,
        examples: lesson.examples.map { Backprop.Example(inputs: $0.inputs, targets: $0.targets) },
        penalty: lesson.penalty.map { Backprop.Penalty(l2: $0.l2 ?? 0, l1: $0.l1 ?? 0) })
      return ReferenceCase(self, objective)
    }
  }
}

extension Record.Activation {
  var known: Activation {
    get throws {
      switch self {
      case .plain("identity"): .identity
      case .plain("sigmoid"): .sigmoid
      case .plain("tanh"): .tanh
      case .plain("relu"): .relu
      case .plain("softmax"): .softmax
      case .plain(let other): throw Unknown(activation: other)
      case .leaky(let slope): .leakyReLU(slope: try #require(Numeral("\(slope)")))
      }
    }
  }

  private struct Unknown: Error { let activation: String }
}
