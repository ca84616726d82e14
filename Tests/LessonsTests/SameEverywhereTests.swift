import Backprop
import Testing

@testable import Lessons

/// A network that is drawn from a seed, once on numbers alone and once through the platform's exponentials.
private func traced(_ hidden: String) throws -> Backpropagation {
  let text = """
    { "network": { "inputs": 2, "layers": [
        { "activation": "\(hidden)", "neurons": 3, "initializer": { "gaussian": { "seed": 7 } } },
        { "activation": "\(hidden == "relu" ? "identity" : "sigmoid")", "neurons": 1,
          "initializer": { "gaussian": { "seed": 7 } } }] },
      "cost": "squared-error", "examples": [{ "inputs": [0.5, -1], "targets": [1] }] }
    """
  return try Work(Lesson(json: Array(text.utf8)), only: []).result
}

/// What comes from integers and + − × ÷ √ alone, IEEE 754 fixes to the last bit.
@Test func `Without exponentials a drawn network has the same doubles on every machine`() throws {
  let result = try traced("relu")
  #expect(result.cost == 1.0017793781300561)
  #expect(
    result.gradient == [
      0.0, 0.0, 0.5163516267108811, -1.0327032534217622, -0.2859017931825811, 0.5718035863651622, 0.0,
      1.0327032534217622, -0.5718035863651622, 0.0, -1.0396852326870656, -1.8714867197679896,
      -2.001778587286872,
    ])
}

/// The exponentials of two platforms differ in their last digit, and what is computed with them in its last but one.
@Test func `With exponentials it has the same but for the last digits`() throws {
  let result = try traced("tanh")
  let wanted = [
    0.0452715059402956, -0.0905430118805912, 0.0322881816373851, -0.0645763632747702, -0.010715994374668037,
    0.021431988749336075, 0.0905430118805912, 0.0645763632747702, -0.021431988749336075, 0.10592583065781394,
    -0.07735196456541013, -0.11879040020099554, -0.16208803774303437,
  ]
  #expect((result.cost - 0.12550773092337353).magnitude <= 8 * result.cost.ulp)
  #expect(result.gradient.count == wanted.count)
  for (got, want) in zip(result.gradient, wanted) {
    #expect((got - want).magnitude <= 16 * want.ulp, "\(got), not \(want)")
  }
}
