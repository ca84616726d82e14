import Formulas

extension Activation {
  /// Puts a in the place of z, for a layer, or for some of its neurons where they do not mix.
  func activate<A: Algebra>(_ z: inout [A]) { carryOut(Activating(), on: &z) }
}

private struct Activating<A: Algebra>: RuleWork {
  func carriedOut(by rule: some ActivationRule & MatrixRule, on z: inout [A]) { rule.activate(&z) }
}

extension Trace {
  /// Computes a for a layer, and records its slopes.
  mutating func activate(_ layer: Network<Scalar>.Layer, _ l: Int, _ z: [Scalar]) -> [Reading<Scalar>] {
    layer.activation.carryOut(Recording(output: layer.output, l: l, z: z), on: &self)
  }

  /// Computes C, and records ∂C/∂a.
  mutating func judge(_ a: [Reading<Scalar>], _ y: [Scalar], _ cost: Cost) {
    cost.carryOut(RecordingCost(a: a, y: y), on: &self)
  }
}

private struct Recording<Scalar: Algebra>: RuleWork {
  let output: LayerOutput
  let l: Int
  let z: [Scalar]

  func carriedOut(
    by rule: some ActivationRule & MatrixRule, on trace: inout Trace<Scalar>
  ) -> [Reading<Scalar>] { trace.activate(rule, output, l, z) }
}

extension Cost {
  /// C of one example, from the z of the last layer and the targets from a place on.
  func value<A: Algebra>(_ z: [A], _ activation: Activation, _ y: [A], from start: Int) -> A {
    var z = z
    return activation.carryOut(Judging(cost: self, y: y, start: start), on: &z)
  }
}

private struct RecordingCost<Scalar: Algebra>: CostWork {
  let a: [Reading<Scalar>]
  let y: [Scalar]

  func carriedOut(by rule: some CostRule & MatrixCost, on trace: inout Trace<Scalar>) {
    trace.judge(a, y, rule)
  }
}

private struct Judging<A: Algebra>: RuleWork {
  let cost: Cost
  let y: [A]
  let start: Int

  func carriedOut(by rule: some ActivationRule & MatrixRule, on z: inout [A]) -> A {
    cost.carryOut(JudgingOutputs(activation: rule, y: y, start: start), on: &z)
  }
}

private struct JudgingOutputs<A: Algebra, Rule: ActivationRule>: CostWork {
  let activation: Rule
  let y: [A]
  let start: Int

  func carriedOut(by rule: some CostRule & MatrixCost, on z: inout [A]) -> A {
    activation.cost(z, rule, y, from: start)
  }
}
