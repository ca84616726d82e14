import Foundation
import Testing

/// Arguments, and what functions give of them: a line of `Reference/functions.txt`.
struct FunctionCase: Sendable, CustomTestStringConvertible {
  /// Which functions.
  enum Kind: String {
    case plain, logistic, tanh, softmax, real, power
    case logisticMinus = "logistic-minus"
    case tanhMinus = "tanh-minus"
    case softmaxMinus = "softmax-minus"
  }

  let kind: Kind
  let arguments: [Double]
  /// The exactly rounded values; `nil` where there is none.
  let values: [Double?]
  let testDescription: String

  /// All lines but the comments.
  static func all() throws -> [FunctionCase] {
    let file = Bundle.module.url(forResource: "functions", withExtension: "txt", subdirectory: "Reference")
    let text = try String(contentsOf: #require(file), encoding: .utf8)
    return try text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { try #require(Self($0)) }
  }

  private init?(_ line: Substring) {
    let sides = line.split(separator: "=").map { $0.split(separator: " ") }
    guard sides.count == 2, let kind = sides[0].first.flatMap({ Kind(rawValue: String($0)) }) else {
      return nil
    }
    self.kind = kind
    arguments = sides[0].dropFirst().flatMap(Self.numbers)
    values = sides[1].map { Double($0) }
    testDescription = sides[0].joined(separator: " ")
  }

  /// A number, or `100*-744.5`, which stands for as many of it.
  private static func numbers(_ text: Substring) -> [Double] {
    let parts = text.split(separator: "*").compactMap { Double($0) }
    return parts.count == 2 ? Array(repeating: parts[1], count: Int(parts[0])) : parts
  }

  /// A difference a − y is known in units of the larger of the two, or of the larger of 1 − a and 1 − y near 1, and of
  /// 1 + a and 1 + y near −1; 0 for other functions.
  var unit: Double {
    guard let y = arguments.last, let difference = values.first ?? nil else { return 0 }
    switch kind {
    case .plain, .logistic, .tanh, .softmax, .real, .power: return 0
    case .logisticMinus, .tanhMinus, .softmaxMinus:
      let a = difference + y
      if a >= 0.5, y >= 0.5 { return max(1 - y, 1 - y - difference).ulp }
      if a <= -0.5, y <= -0.5 { return max(1 + y, 1 + y + difference).ulp }
      return max(a.magnitude, y.magnitude).ulp
    }
  }
}
