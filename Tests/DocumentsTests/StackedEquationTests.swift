import Formulas
import Testing

@testable import Documents

private func a(_ layer: Int) -> Symbol { Symbol(.activation, layer: layer) }
private func z(_ layer: Int) -> Symbol { Symbol(.weightedInput, layer: layer) }
private func w(_ layer: Int) -> Symbol { Symbol(.weight, layer: layer) }
private let cost = Symbol(.cost)
private func number(_ text: String) -> Formula { Numeral(text).map { .number($0) } ?? .integer(0) }

private func text(_ block: Block, stacked: Bool = true, ascii: Bool = false) -> String {
  let style = TextStyle(isASCII: ascii, stacksFractions: stacked)
  return TextWriter(notation: .threeBlueOneBrown, style: style).text(of: block)
}

private let chainRule = Equation(
  .partial(cost, by: z(3)),
  [
    .init(.equals, .partial(a(3), by: z(3)) * .partial(cost, by: a(3))),
    .init(.equals, number("0.25") * number("-2")), .init(.equals, number("-0.5")),
  ])
/// ∂C/∂w = 1/3 (…), with numbers too long for the same line.
private let mean = Equation(
  .partial(cost, by: w(1)),
  [
    .init(
      .equals,
      .integer(1) / .integer(3) * .sum((1...3).map { .partial(Symbol(.cost, example: $0), by: w(1)) })),
    .init(.equals, .integer(1) / .integer(3) * .sum((1...4).map { number("0.12345\($0)") })),
    .init(.approximately, number("0.123452")),
  ])
private let share = Equation(
  .symbol(a(2)),
  [
    .init(.equals, .call(.exp, .symbol(z(2))) / .sum((1...4).map { .call(.exp, .symbol(z($0))) })),
    .init(
      .equals, .call(.exp, number("0.1234567")) / .sum((1...4).map { .call(.exp, number("0.1234\($0)")) })),
    .init(.approximately, number("0.25")),
  ])

@Test(arguments: [
  (
    chainRule,
    """
         ∂C     ∂a⁽³⁾    ∂C
        ───── = ───── · ───── = 0.25 · (−2) = −0.5
        ∂z⁽³⁾   ∂z⁽³⁾   ∂a⁽³⁾
    """
  ),
  // The numbers that go on below it begin below its relation; a fraction of two numbers is no reason for two more lines.
  (
    mean,
    """
         ∂C      1  ⎛ ∂C₁     ∂C₂     ∂C₃ ⎞
        ───── = ─── ⎜───── + ───── + ─────⎟
        ∂w⁽¹⁾    3  ⎝∂w⁽¹⁾   ∂w⁽¹⁾   ∂w⁽¹⁾⎠
              = 1/3 (0.123451 + 0.123452 + 0.123453 + 0.123454) ≈ 0.123452
    """
  ),
  // Two that are high keep apart.
  (
    share,
    """
                                 exp(z⁽²⁾)
        a⁽²⁾ = ─────────────────────────────────────────────
               exp(z⁽¹⁾) + exp(z⁽²⁾) + exp(z⁽³⁾) + exp(z⁽⁴⁾)

                                    exp(0.1234567)
             = ───────────────────────────────────────────────────────── ≈ 0.25
               exp(0.12341) + exp(0.12342) + exp(0.12343) + exp(0.12344)
    """
  ),
])
func `Fractions are stacked, and what is equal to them stands on the line of the strokes`(
  equation: Equation, drawn: String
) {
  #expect(text(.equation(equation)) == drawn + "\n\n")
}

private let step = Equation(
  .symbol(Symbol(.newWeight, layer: 1)),
  [.init(.equals, .symbol(w(1)) - .symbol(Symbol(.learningRate)) * .partial(cost, by: w(1)))])
private let half = Equation(
  .symbol(cost), [.init(.equals, .integer(1) / .integer(2) * .square(.symbol(a(3)) - number("0.2")))])
private let squares = Equation(
  .symbol(Symbol(.squaredGradient)), [.init(.equals, .square(.partial(cost, by: w(1))) + number("0.5"))])
/// A path so long that it takes two lines, stacked or not.
private let path = Equation(
  .partial(cost, by: w(1)), [.init(.equals, .product((1...12).map { .partial(a($0), by: z($0)) }))])

@Test(arguments: [step, half, squares, path, Equation(.symbol(a(1)), [.init(.equals, number("0.5"))])])
func `A line stays a line where it only names a derivative, divides numbers, or is too long`(
  equation: Equation
) {
  #expect(text(.equation(equation)) == text(.equation(equation), stacked: false))
}

@Test(arguments: [chainRule, mean, share, step, half, squares, path])
func `Without a terminal every equation is what it was`(equation: Equation) {
  let plain = TextWriter(notation: .threeBlueOneBrown).text(of: .equation(equation))
  #expect(text(.equation(equation), stacked: false) == plain)
  #expect(!plain.contains("─"))
}

@Test func `In ASCII the strokes are of hyphens`() {
  let drawn = """
        dC    da3   dC
        --- = --- * --- = 0.25 * (-2) = -0.5
        dz3   dz3   da3
    """
  #expect(text(.equation(chainRule), ascii: true) == drawn + "\n\n")
}

@Test func `The numbers of a matrix stand below its relation`() {
  let matrix = MatrixEquation(
    Equation(
      .partial(cost, by: Symbol(.weightMatrix, layer: 2)),
      [.init(.equals, .symbol(Symbol(.error, layer: 2)))]), rows: 2, columns: 1,
    numbers: MatrixEquation.Numbers(.equals, rows: [[Numeral(integer: 1)], [Numeral(integer: -2)]]))
  let drawn = """
         ∂C
        ───── = δ⁽²⁾   [2 × 1]
        ∂W⁽²⁾
              = ⎛ 1⎞
                ⎝−2⎠
    """
  #expect(text(.matrix(matrix)) == drawn + "\n\n")
}

@Test func `Among words and in tables a fraction stays in its line`() {
  let slope = Formula.partial(cost, by: w(1))
  let table = Table([.init("\(slope)")], rows: [["\(slope)"]])
  for block in [Block.paragraph("So \(slope) is."), .table(table)] {
    #expect(text(block) == text(block, stacked: false))
    #expect(text(block).contains("∂C/∂w⁽¹⁾"))
  }
}
