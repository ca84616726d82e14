import Formulas
import Testing

@testable import Backprop

/// The functions of one number, where they are analytic around the numbers that are drawn.
private let functions:
  [(
    name: String, disc: @Sendable (Disc) -> Disc, complex: @Sendable (ComplexNumber) -> ComplexNumber
  )] = [
    ("exp", { .exp($0) }, { .exp($0) }), ("ln", { .ln(.exp($0)) }, { .ln(.exp($0)) }),
    ("logistic", { .logistic($0) }, { .logistic($0) }), ("tanh", { .tanh($0) }, { .tanh($0) }),
    ("softplus", { .softplus($0) }, { .softplus($0) }), ("square", { .square($0) }, { .square($0) }),
    ("quotient", { Disc(2) / ($0 * $0 + Disc(3)) }, { ComplexNumber(2) / ($0 * $0 + ComplexNumber(3)) }),
    ("sin", { .sin($0) }, { .sin($0) }), ("cos", { .cos($0) }, { .cos($0) }),
    ("e^x − 1", { .exponentialMinusOne($0) }, { .exponentialMinusOne($0) }),
    ("√e^x", { .squareRoot(.exp($0)) }, { .squareRoot(.exp($0)) }),
    ("x³", { .power($0, Disc(3)) }, { $0 * $0 * $0 }),
    ("x⁻²", { .power($0, Disc(-2)) }, { ComplexNumber(1) / ($0 * $0) }),
    ("2^x", { .power(Disc(2), $0) }, { .power(ComplexNumber(2), $0) }),
    (
      "(e^x)^−0.7", { .power(.exp($0), Disc(-0.7, radius: 0)) },
      { .power(.exp($0), ComplexNumber(-0.7)) }
    ),
    ("(e^x)^x", { .power(.exp($0), $0) }, { .power(.exp($0), $0) }),
    ("ln σ", { Reading.logistic($0).logarithm }, { Reading.logistic($0).logarithm }),
    ("1 − tanh²", { Reading.hyperbolic($0).squareComplement }, { Reading.hyperbolic($0).squareComplement }),
  ]

/// Both sides are rounded.
private let slack = 1 + 1e-9

@Suite struct `A disc` {
  @Test(arguments: functions.indices)
  func `It holds what a function makes of every number in it`(row: Int) {
    let (name, disc, complex) = functions[row]
    var generator = SplitMix64(seed: UInt64(row))
    for _ in 0..<100 {
      let centre = 2 * generator.gaussian()
      let radius = Double.exp(Double.random(in: -8 ... -0.3, using: &generator))
      let result = disc(Disc(centre, radius: radius))
      guard result.radius < .infinity else { continue }
      for _ in 0..<8 {
        let z = ComplexNumber(centre) + .on(radius, &generator)
        let distance = (complex(z) - ComplexNumber(result.value)).magnitude
        #expect(distance <= result.radius * slack, "\(name) at \(centre), \(radius)")
      }
    }
  }

  @Test func `It holds the cost of a network while the z of a neuron is anywhere in it`() {
    let networks = RandomObjective(
      activations: [.identity, .sigmoid, .tanh], outputs: [.identity, .sigmoid, .tanh, .softmax],
      mayHavePenalty: false)
    var (bounded, generator) = (0, SplitMix64(seed: 1))
    for seed in 0..<UInt64(60) {
      let objective = networks.draw(seed: seed)
      let run = ForwardRun(objective)
      let neuron = run.layers[0].mixesNeurons ? nil : MovedNeuron<Disc>(0, 0, of: run)
      guard var neuron else { continue }
      for radius in [0.5, 0.05] {
        var crossed: [Kink.Place] = []
        let disc = neuron.result(of: 0, movedBy: Disc(0, radius: radius), &crossed)
        guard disc.radius < .infinity else { continue }
        bounded += 1
        for _ in 0..<8 {
          let moved = objective.cost(withFirstMovedBy: .on(radius, &generator))
          let distance = (moved - ComplexNumber(disc.value)).magnitude
          #expect(distance <= disc.radius * slack + 1e-13, "seed \(seed), \(radius): \(objective)")
        }
      }
    }
    #expect(bounded > 60)
  }

  @Test func `It says where a kink lies within it, and where there is no bound`() {
    let zero = Disc(0)
    #expect(Disc.max(zero, Disc(0.5, radius: 0.4)).isSmooth)
    #expect(!Disc.max(zero, Disc(0.5, radius: 0.6)).isSmooth)
    #expect(!Disc.max(zero, Disc(-0.5, radius: 0.6)).isSmooth)
    #expect(Disc.max(zero, Disc(-0.5, radius: 0.4)).radius == 0)
    #expect(Disc.logistic(Disc(0, radius: 3.2)).radius == .infinity)
    #expect(Disc.ln(Disc(1, radius: 1)).radius == .infinity)
    #expect(Disc.squareRoot(Disc(1, radius: 1)).radius == .infinity)
    #expect(Disc.power(Disc(1, radius: 1), Disc(0.5, radius: 0)).radius == .infinity)
    #expect(Disc.power(Disc(1, radius: 1), Disc(-1)).radius == .infinity)
    #expect(Disc.power(Disc(0, radius: 0.5), Disc(3)).radius == 0.125)
    #expect(!Disc.truth(Disc(0.5, radius: 0.4), Disc(0.2, radius: 0.1), orEqual: true).isSmooth)
    #expect(Disc.truth(Disc(0.5, radius: 0.1), Disc(0.2, radius: 0.1), orEqual: true).isSmooth)
    #expect((Disc(1) / Disc(1, radius: 1)).radius == .infinity)
    #expect((zero * Disc(1, radius: .infinity)).radius == .infinity)
  }
}

extension ComplexNumber {
  /// A number at a distance from 0.
  fileprivate static func on(_ radius: Double, _ generator: inout SplitMix64) -> ComplexNumber {
    ComplexNumber(length: radius, angle: Double.random(in: 0..<6.28, using: &generator))
  }
}

extension Objective<Double> {
  /// C of the first example, with the first z of the first layer moved.
  fileprivate func cost(withFirstMovedBy change: ComplexNumber) -> ComplexNumber {
    let complex = map { ComplexNumber($0) }
    var (a, outputs) = (complex.examples[0].inputs, [Reading<ComplexNumber>]())
    for (l, layer) in complex.network.layers.enumerated() {
      var z = (0..<layer.neurons).map { j in
        WeightedSum().sum(layer.weights, from: j * layer.inputs, a, layer.biases.map { $0[j] })
      }
      if l == 0 { z[0] = z[0] + change }
      outputs = layer.activation.rule.activations(z)
      a = outputs.map(\.value)
    }
    return cost.rule.cost(outputs, complex.examples[0].targets)
  }
}
