import Testing

@testable import Formulas

@Suite("Formulas as books write them")
struct SimplifiedTests {
  private static let (a, c, h, l, n) = (name("a"), name("c"), name("h"), name("l"), name("n"))
  private static let (p, q, t, v, y) = (name("p"), name("q"), name("t"), name("v"), name("y"))

  private static func name(_ text: String) -> Formula { .symbol(Symbol(.named(Word(text)))) }

  private static func fraction(_ above: Int, _ below: Int) -> Formula { .integer(above) / .integer(below) }

  private static func decimal(_ text: String) -> Formula { .number(Numeral(text) ?? .hundredth) }

  @Test(
    "The numbers of a product are one number in front, and its divisions one stroke",
    arguments: [
      (fraction(1, 4) * .integer(2) * (y - t), "1/2 (y - t)"),
      (fraction(1, 2) * .integer(2) * v, "v"),
      (l * .integer(2) * v, "2 * l * v"),
      (.integer(1) / (.integer(2) * l) * .integer(2) * v, "v/l"),
      (.integer(1) / l * v, "v/l"),
      (-q * (.integer(1) / p), "-q/p"),
      (-(.integer(1) / p) * q, "-q/p"),
      (-h + n, "n - h"),
      (-h - l + n, "n - h - l"),
      (-h - n, "-h - n"),
      (a - c / .integer(2) + -c * fraction(1, 2), "a - c"),
      (v + v, "2 * v"),
      (v - v, "0"),
      (.integer(1) + .integer(1), "2"),
      (.integer(0) * v + y, "y"),
      (v * .integer(3) / .integer(2), "3/2 * v"),
      (c / .integer(2), "c/2"),
      (.integer(1) / .square(.squareRoot(v)) * l, "l/v"),
      (fraction(3, 2) * v / (.integer(2) * l), "(3 * v)/(4 * l)"),
      (v / (a / c), "(v * c)/a"),
      (decimal("0.5") * .integer(2) * (y - t), "y - t"),
      (decimal("0.1") * .integer(2) * v, "0.2 * v"),
      (decimal("0.50") * v, "0.50 * v"),
      (decimal("-3") * v * .integer(2), "-6 * v"),
      (decimal("0.1") / .integer(3) * v, "v/30"),
      // Too long to be simpler.
      (decimal("0.12345678") * .integer(3) * v, "0.12345678 * 3 * v"),
      (decimal("1e-8") * .integer(2) * v, "2 * 1 * 10^-8 * v"),
      // There is no such number.
      (v / .integer(0), "v/0"),
      // A name may be 0.
      (v / v, "v/v"),
      // What stands in a function or in parentheses stays.
      (.integer(2) * .exp(.integer(2) * .integer(3) * v), "2 * exp(2 * 3 * v)"),
      (a * (.integer(1) - a), "a (1 - a)"),
    ] as [(Formula, String)])
  func table(formula: Formula, text: String) {
    let setter = Typesetter(notation: .threeBlueOneBrown, markup: ASCIIMarkup())
    #expect(setter.piece(formula.simplified).text == text)
    #expect(setter.piece(formula.simplified.simplified).text == text)
  }
}
