import Formulas
import Testing

@testable import Documents

private func w(_ indices: Int...) -> Symbol { Symbol(.weight, layer: 1, indices: Indices(indices)) }
private func a(_ index: Int) -> Symbol { Symbol(.activation, layer: 0, indices: [index]) }
private let (z, cost) = (Symbol(.weightedInput, layer: 1, indices: [1]), Symbol(.cost))
private let seven = Equation.Side(.equals, .integer(7))

// ∂z/∂w = a = 7
private func local(_ index: Int) -> Equation {
  Equation(.partial(z, by: w(1, index)), [.init(.equals, .symbol(a(index))), seven])
}
// ∂C/∂w = ∂z/∂w · ∂C/∂z = 7
private func derivative(_ index: Int) -> Equation {
  Equation(
    .partial(cost, by: w(1, index)),
    [.init(.equals, .product([.partial(z, by: w(1, index)), .partial(cost, by: z)])), seven])
}
// ∂C/∂w = −7
private let other = Equation(.partial(cost, by: w(1, 1)), [.init(.equals, .negative(.integer(7))), seven])

@Suite struct AlikeLinesTests {
  @Test(
    arguments: [
      (
        [derivative(1), derivative(2), derivative(3)],
        [.line(derivative(1)), .rows([derivative(2), derivative(3)])]
      ),
      // What is computed in another way is shown in full, at its place.
      ([derivative(1), derivative(2), other], [.line(derivative(1)), .rows([derivative(2)]), .line(other)]),
      // The number of a local gradient stands in the line that uses it; where none does, it is a row.
      (
        [local(1), derivative(1), local(2), derivative(2)],
        [.line(local(1)), .line(derivative(1)), .rows([derivative(2)])]
      ),
      ([local(1), local(2)], [.line(local(1)), .rows([local(2)])]),
      ([], []),
    ] as [([Equation], [AlikeLines.Part])])
  func `Lines that differ in indices and numbers only are rows after the first`(
    lines: [Equation], parts: [AlikeLines.Part]
  ) {
    var alike = AlikeLines()
    #expect(alike.parts(of: lines) == parts)
  }

  @Test func `A table stands below one formula of each kind, in letters`() {
    let formulas = AlikeLines.formulas(of: [derivative(2), local(3), derivative(3)])
    #expect(formulas == [derivative(2), local(3)].map { Equation($0.left, [$0.sides[0]]) })
  }
}
