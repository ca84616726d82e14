import Formulas

/// What the costs do while the z of one neuron stays in a disc around its value.
struct Neighbourhood {
  /// The radius of the disc.
  let radius: Double
  /// C_x, for each example: how far it goes from its value at most, and whether no kink is met.
  let costs: [Disc]
  /// How far rounding may carry C, the mean, within a step of the size that such a disc allows.
  let noise: Double

  /// The discs of a neuron around which the cost is bounded, from the largest that is tried to the smallest of use.
  static func all(of neuron: inout MovedNeuron<Disc>, rounding: inout MovedNeuron<Rounded>) -> [Neighbourhood]
  {
    var found: [Neighbourhood] = []
    var best = Double.infinity
    var radius = largest(neuron)
    for _ in 0..<tries {
      if let disc = Neighbourhood(radius, of: &neuron, rounding: &rounding) {
        found.append(disc)
        let bound = disc.bound
        best = min(best, bound)
        // Smaller discs only leave more to rounding; but on one that holds a kink, a smaller one may not.
        let isSmooth = disc.costs.allSatisfy(\.isSmooth)
        if bound > (isSmooth ? worse : hopeless) * best { break }
      }
      radius *= shrinking
    }
    return found
  }

  /// As far as a z of this size is moved at most; where the cost bends more sharply, smaller discs follow.
  private static func largest(_ neuron: MovedNeuron<Disc>) -> Double { max(1, neuron.largestWeightedInput) }

  private static let shrinking = 0.125
  /// The smallest disc is 8⁻¹⁹ of the largest: the rounding of z itself is larger.
  private static let tries = 20
  /// A bound so many times the best one will not become better again.
  private static let worse = 8.0
  /// And a kink that is so near is as good as met.
  private static let hopeless = 0x1p30

  private init?(_ radius: Double, of neuron: inout MovedNeuron<Disc>, rounding: inout MovedNeuron<Rounded>) {
    var (costs, noise) = ([Disc](), 0.0)
    var crossed: [Kink.Place] = []
    let count = neuron.run.states.count
    costs.reserveCapacity(count)
    for example in 0..<count {
      let cost = neuron.cost(of: example, movedBy: Disc(0, radius: radius), &crossed)
      guard cost.value.isFinite, cost.radius < .infinity else { return nil }
      let moved = rounding.cost(of: example, movedBy: Rounded(exactly: radius / 16), &crossed)
      guard moved.error < .infinity else { return nil }
      costs.append(cost)
      noise += moved.error
    }
    self.radius = radius
    self.costs = costs
    self.noise = DifferenceQuotient.unit * noise / Double(count)
  }

  /// How well the slope by z itself would be known.
  private var bound: Double {
    let variation = costs.reduce(0) { $0 + $1.radius } / Double(costs.count)
    let quotient = DifferenceQuotient(.central, variation: variation, radius: radius, noise: noise, at: 0)
    return quotient?.bound ?? .infinity
  }
}
