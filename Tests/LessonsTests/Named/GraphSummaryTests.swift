import Backprop
import Lessons
import Testing

/// What the summary of a lesson says of derivatives of its result.
private struct GraphClaim: CustomTestStringConvertible {
  let lesson: String
  let words: String
  /// With respect to what, and the derivative.
  let derivatives: [String: Double]

  init(_ lesson: String, _ words: String, _ derivatives: [String: Double]) {
    (self.lesson, self.words, self.derivatives) = (lesson, words, derivatives)
  }

  var testDescription: String { "\(lesson): \(words)" }

  static let all = [
    GraphClaim(
      "recurrent", "4 for h₃, 2 for h₂, 1 for h₁, 0.5 for h₀", ["h[3]": 4, "h[2]": 2, "h[1]": 1, "h[0]": 0.5]),
    GraphClaim(
      "exploding-gradient", "4 for h₃, then 6, 9 and 13.5 for h₀",
      ["h[3]": 4, "h[2]": 6, "h[1]": 9, "h[0]": 13.5]),
    GraphClaim(
      "hinge", "is 1 for classes 2 and 3 and 0 for class 4", ["s[2]": 1, "s[3]": 1, "s[4]": 0]),
    GraphClaim("hinge", "so −2 here", ["s[1]": -2]),
    GraphClaim("huber", "the error of −2 gives only −1 (divided by 4)", ["r[2]": -0.25]),
    GraphClaim("perceptron", "every derivative is 0 as well", ["w[1]": 0, "w[2]": 0, "b": 0]),
    GraphClaim(
      "dropout",
      "all its weights, its bias and the weight that leads on from it have the derivative 0 in this step",
      ["W[2,1]": 0, "W[2,2]": 0, "b[2]": 0, "v[2]": 0, "W[4,1]": 0, "W[4,2]": 0, "b[4]": 0, "v[4]": 0]),
    GraphClaim("embedding", "its row has the derivative 0", ["E[4,1]": 0, "E[4,2]": 0]),
    GraphClaim(
      "residual", "Here the derivative with respect to h₁ is as large as that with respect to h₂",
      ["h[1]": 3, "h[2]": 3]),
    GraphClaim(
      "convolution", "The terms of the second and the third position are 0 here", ["z[2]": 0, "z[3]": 0]),
    GraphClaim("convolution", "the max pooling passes nothing back to a₂ and a₃", ["a[2]": 0, "a[3]": 0]),
    GraphClaim("learning-rates", "∂L/∂η₂ is 0", ["eta[2]": 0]),
  ]
}

@Test(arguments: GraphClaim.all)
private func `What the summary of a graph says of its derivatives is so`(claim: GraphClaim) throws {
  let file = try #require(Catalog.source(of: claim.lesson))
  let lesson = try NamedLesson(json: file)
  #expect(lesson.summary?.contains(claim.words) == true)
  let trace = GraphTrace<Double>(lesson.graph)
  for (name, derivative) in claim.derivatives {
    let id = try #require((0..<lesson.graph.count).first { lesson.graph.name($0) == name }, "\(name)")
    #expect(trace.gradients[id] == derivative, "\(name)")
  }
}
