import Backprop
import Formulas
import Lessons
import Testing

/// A network with two hidden layers of softplus neurons, as a layered and as a named lesson, for one input.
private struct Twins {
  static let weights = [
    [["0.4", "-1.2"], ["0.9", "0.3"], ["-0.7", "0.5"]], [["0.2", "-0.6", "1.1"], ["-0.8", "0.4", "0.1"]],
    [["1.3", "-0.9"]],
  ]
  static let biases = [["0.1", "-0.2", "0.3"], ["0.05", "-0.4"], ["0.6"]]

  let layered: Lesson
  let named: NamedLesson

  init(inputs: String) throws {
    func row(_ numbers: [String]) -> String { "[\(numbers.joined(separator: ", "))]" }
    let w = Self.weights.map { row($0.map(row)) }
    let b = Self.biases.map(row)
    let layers = zip(w, b).enumerated().map { l, layer in
      let activation = l < 2 ? "softplus" : "identity"
      return #"{ "activation": "\#(activation)", "weights": \#(layer.0), "biases": \#(layer.1) }"#
    }
    layered = try Lesson(
      json: Array(
        """
        { "network": { "inputs": 2, "layers": \(row(layers)) }, "cost": "squared-error",
          "examples": [{ "inputs": \(inputs), "targets": [0.25] }] }
        """.utf8))
    let given = zip(w, b).enumerated().map { l, layer in
      #""W\#(l + 1)": \#(layer.0), "B\#(l + 1)": \#(layer.1)"#
    }
    named = try NamedLesson(
      json: Array(
        """
        { "given": { "x": \(inputs), "y": 0.25, \(given.joined(separator: ", ")) },
          "graph": ["h = softplus(W1 @ x + B1)", "k = softplus(W2 @ h + B2)", "o = W3 @ k + B3", "L = (o[1] - y)^2"] }
        """.utf8))
  }
}

@Test(arguments: ["[0.5, -1.2]", "[0, 0]", "[40, -30]", "[-300, 200]"])
func `A network of softplus layers has the derivatives of the same network by its names`(inputs: String)
  throws
{
  let twins = try Twins(inputs: inputs)
  let result = try Backpropagation(twins.layered.objective)
  let graph = twins.named.graph
  let trace = GraphTrace<Double>(graph)
  let derivatives = Dictionary(
    uniqueKeysWithValues: (0..<graph.count).map { id in
      (([graph.quantity(of: id).name] + graph.indices(of: id).map(String.init)), trace.gradients[id])
    })
  for (l, rows) in Twins.weights.enumerated() {
    for (j, row) in rows.enumerated() {
      for k in row.indices {
        let other = try #require(derivatives["W\(l + 1)", "\(j + 1)", "\(k + 1)"])
        expect(result.gradient[result.layout.weight(l + 1, j, k)], other)
      }
      let bias = try #require(result.layout.bias(l + 1, j))
      expect(result.gradient[bias], try #require(derivatives["B\(l + 1)", "\(j + 1)"]))
    }
  }
  func expect(_ one: Double, _ other: Double) {
    #expect((one - other).magnitude <= 1e-12 * other.magnitude)
  }
}

extension Dictionary<[String], Double> {
  fileprivate subscript(_ words: String...) -> Double? { self[words] }
}
