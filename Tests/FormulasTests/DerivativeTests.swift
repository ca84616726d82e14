import Testing

@testable import Formulas

@Suite("Derivatives as quantities of their own")
struct DerivativeTests {
  private static let (c, w, b) = (Symbol(.cost), Symbol(.weight, layer: 1), Symbol(.bias, layer: 2))
  private static let (a, z) = (Symbol(.activation, layer: 1), Symbol(.weightedInput, layer: 1))

  private static func total(_ below: Symbol) -> Symbol {
    Symbol(.derivative(Derivative(of: c, by: below, .total(by: [w, b]))))
  }
  private static let slope = Symbol(.derivative(Derivative(of: a, by: z, .local)))

  @Test(
    "They are written as books write them, in every markup",
    arguments: [
      (.symbol(total(w)), "∂C/∂w⁽¹⁾", #"\frac{\partial C}{\partial w^{(1)}}"#, "dC/dw1"),
      (
        .partial(total(b), by: w), "∂²C/∂w⁽¹⁾∂b⁽²⁾",
        #"\frac{\partial^{2} C}{\partial w^{(1)}\partial b^{(2)}}"#, "d2C/dw1db2"
      ),
      (
        .partial(total(w), by: w), "∂²C/∂(w⁽¹⁾)²",
        #"\frac{\partial^{2} C}{\partial \left( w^{(1)} \right)^{2}}"#, "d2C/dw1^2"
      ),
      (
        .partial(total(w), by: a), "∂(∂C/∂w⁽¹⁾)/∂a⁽¹⁾",
        #"\frac{\partial (\partial C/\partial w^{(1)})}{\partial a^{(1)}}"#, "d(dC/dw1)/da1"
      ),
      (
        .partial(total(a), by: w), "∂(∂C/∂a⁽¹⁾)/∂w⁽¹⁾",
        #"\frac{\partial (\partial C/\partial a^{(1)})}{\partial w^{(1)}}"#, "d(dC/da1)/dw1"
      ),
      (
        .partial(slope, by: a), "∂(∂a⁽¹⁾/∂z⁽¹⁾)/∂a⁽¹⁾",
        #"\frac{\partial (\partial a^{(1)}/\partial z^{(1)})}{\partial a^{(1)}}"#, "d(da1/dz1)/da1"
      ),
      (
        .derivative(of: a, by: w, .carried), "da⁽¹⁾/dw⁽¹⁾",
        #"\frac{\mathrm{d} a^{(1)}}{\mathrm{d} w^{(1)}}"#, "da1/dw1"
      ),
    ] as [(Formula, String, String, String)])
  func written(formula: Formula, unicode: String, latex: String, ascii: String) {
    func text(_ markup: any Markup) -> String {
      Typesetter(notation: .threeBlueOneBrown, markup: markup).piece(formula).text
    }
    #expect(text(UnicodeMarkup()) == unicode)
    #expect(text(LaTeXMarkup()) == latex)
    #expect(text(ASCIIMarkup()) == ascii)
  }

  @Test("The same parts make the same quantity, another kind another one, and the parts are found again")
  func parts() throws {
    #expect(Self.total(Self.w) == Self.total(Self.w))
    #expect(Self.total(Self.w).derivative != Derivative(of: Self.c, by: Self.w, .local))
    let derivative = try #require(Self.slope.derivative)
    #expect((derivative.above, derivative.below) == (Self.a, Self.z))
    #expect(Symbol.name(of: Self.total(Self.w), by: Self.w) == "d2C/dw1^2")
  }
}
