import Formulas
import Testing

@testable import Grading
@testable import Lessons

@Test(arguments: [
  ("0.185", 0.185, 3, 0.001), ("100", 100, 3, 1), ("0", 0, 0, 1), ("0.00", 0, 0, 0.01),
  ("1.20", 1.2, 3, 0.01),
  ("-0.35", -0.35, 2, 0.01), ("−0.35", -0.35, 2, 0.01), ("– 0.35", -0.35, 2, 0.01), ("+0.2", 0.2, 1, 0.1),
  (".5", 0.5, 1, 0.1), ("-.5", -0.5, 1, 0.1), ("5.", 5, 1, 1), ("007", 7, 1, 1), ("1e-3", 0.001, 1, 0.001),
  ("1.50E-3", 0.0015, 3, 0.00001), ("1e−3", 0.001, 1, 0.001), ("10^-3", 0.001, 1, 0.001),
  ("2·10^-3", 0.002, 1, 0.001),
  ("2 x 10^{-3}", 0.002, 1, 0.001), ("2×10⁻³", 0.002, 1, 0.001), ("2*10**-3", 0.002, 1, 0.001),
  ("2.0 \\cdot 10^{2}", 200, 2, 10), ("-1.5·10^(−2)", -0.015, 2, 0.001), ("2.5e3", 2500, 2, 100),
  ("0e0", 0, 0, 1), ("-0", -0.0, 0, 1), ("12345678901234567", 12345678901234568, 17, 1),
]) func `A decimal says how many digits it claims`(text: String, value: Double, digits: Int, unit: Double)
  throws
{
  let sheet = try AnswerSheet(Array("a3 = \(text)".utf8), for: Exercise(lesson("single-chain")))
  let side = try #require(sheet.answers.first?.sides.last)
  #expect(side.decimal == Decimal(value: value, significantDigits: digits, unit: unit))
  #expect(side.formula.evaluated { _ in Double.nan } == value)
}

@Test(arguments: [
  "3/8", "2*0.5", "(0.5)", "1 - 0.5", "a2", "e", "½", "2·10^-3·1", "--1", "10^a2", "2^3",
  "1e2e2".replacing("e2e2", with: "e2·1"),
])
func `Arithmetic is no decimal`(text: String) throws {
  let sheet = try AnswerSheet(Array("a3 = \(text)".utf8), for: Exercise(lesson("single-chain")))
  #expect(sheet.answers.first?.sides.last?.decimal == nil)
}

// y = 0.2, w2 = -0.7, b2 = 0.4, w1 = 1.2, a0 = 0.8.
@Test(arguments: [
  ("3/8", 0.375), ("2*(0.64-1)", -0.72), ("2(0.64 − 1)", -0.72), ("2·(y − 1)", -1.6), ("2y", 0.4),
  ("2 y", 0.4),
  ("2 w2", -1.4), ("0.5w2(1 - y)", -0.28), ("w1 x a0", 0.96), ("w1*x", 0.96), ("2x[1]", 1.6), ("2x", 1.6),
  ("2x - 1", 0.6), ("3 x 4", 12), ("3x(4)", 12), ("y(1-y)", 0.16), ("(1 - y)(1 + y)", 0.96),
  ("y (1 - y)", 0.16),
  ("-2^2", -4), ("(-2)^2", 4), ("2^3^2", 512), ("2^-1", 0.5), ("2**3", 8), ("2²", 4), ("y³", 0.008),
  ("10⁻²·3", 0.03),
  ("2⁻¹", 0.5), ("4^0.5", 2), ("4^(1/2)", 2), ("(y - 1)^{2}", 0.64), ("2^0", 1), ("10^0", 1),
  ("½(y - 1)²", 0.32),
  ("1/2*4", 2), ("8/2/2", 2), ("1/2(4)", 2), ("8/2·3/4", 3), ("2*-3", -6), ("2--3", 5), ("-+-3", 3),
  ("2 - -3", 5),
  ("1e2y", 20), ("2e^0", 2), ("e^0", 1), ("e^(-0)", 1), ("e²/e^2", 1), ("e", 2.718281828459045),
  ("exp(0)", 1),
  ("ln(e)", 1), ("log(e)", 1), ("ln e^3", 3), ("log10(1000)", 3), ("log2(8)", 3), ("sqrt(16)", 4), ("√16", 4),
  ("√(16)", 4), ("sqrt 16", 4), ("tanh(0)", 0), ("softplus'(0)", 0.5), ("softplus(-800)", 0), ("σ(0)", 0.5),
  ("sigma(0)", 0.5), ("sigmoid(0)", 0.5),
  ("\\sigma(0)", 0.5), ("relu(-1)", 0), ("ReLU(2)", 2), ("max(0, -1)", 0), ("max(0,5)", 5), ("min(2; 1)", 1),
  ("abs(-3)", 3), ("σ′(0)", 0.25), ("σ'(y - 0.2)", 0.25), ("tanh'(0)", 1), ("relu'(2)", 1), ("2σ(0)", 1),
  ("3 exp(0)", 3),
  ("1/(1 + e^(-0))", 0.5), ("1 / (1 + exp(-(w1*a0 - 0.96)))", 0.5), ("\\left(1 - y\\right) \\times 2", 1.6),
  ("2[(1 - y) - {1}]", -0.4), ("dC/da3/dC/da3", 1), ("∂C/∂a3 / ∂C/∂a3", 1), ("2dC/da3 - dC/da3 - dC/da3", 0),
  ("delta3 - dC/dz3", 0), ("σ′(z3)/da3/dz3", 1), ("(new w2 + eta*dC/dw2)/w2", 1), ("1÷4", 0.25), ("3·½", 1.5),
  ("0.1\u{202F}+\u{A0}0.2", 0.30000000000000004), ("y", 0.2), ("1.5.", 1.5),
  ("mod(7, 3)", 1), ("mod(-1, 3)", 2), ("mod(0.3, 0.1) + 1", 1), ("floor(0.29*100)", 29),
  ("clip(3, 0, 1)", 1),
  ("clip(-3; 0; 1)", 0), ("leaky_relu(-2)", -0.02), ("leaky_relu(-2, 0.1)", -0.2),
  ("selu(1)", 1.0507009873554805),
  ("sum(1, 2, 3)", 6), ("mean(1, 2, 6)", 3), ("product(2, 3)", 6), ("norm(3, 4)", 5),
  ("logsumexp(2469)", 2469),
  ("logsumexp(1000, 1000) - 1000", 0.6931471805599453), ("erf(0)", 0), ("arctan(0)", 0), ("step(2)", 1),
]) func `Arithmetic means what it means on paper`(text: String, expected: Double) throws {
  let exercise = try Exercise(lesson("single-chain"))
  let formula = try #require(try formulaRead(text))
  let value = trueValue(formula, in: exercise)
  #expect(abs(value - expected) <= 1e-12 * max(1, abs(expected)), "\(value)")
}

@Test func `Answers may have every function of a lesson that gives one number of numbers`() {
  let ofArrays = ["dot", "softmax", "concat"]
  let missing = GraphFunction.words.filter { !ExpressionReader.allNames.contains($0) }
  #expect(missing.sorted() == ofArrays.sorted())
  #expect(Set(ExpressionReader.allNames).count == ExpressionReader.allNames.count)
}

@Test func `Names stay names in what is read`() throws {
  let w2 = Formula.symbol(Symbol(.weight, layer: 2))
  let dC = Formula.partial(Symbol(.cost), by: Symbol(.weight, layer: 2))
  #expect(try formulaRead("w2") == w2)
  #expect(try formulaRead("w2 - 2·dC/dw2") == .sum([w2, .negative(.product([.integer(2), dC]))]))
  #expect(try formulaRead("w2^2/dC/dw2") == .quotient(.power(w2, 2), dC))
}

private let way = "write a number, or arithmetic such as 2*(0.64 - 1)"

@Test(arguments: [
  ("1,234.5", "1,234.5 ▸ 1,234.5 has signs between its thousands; write 1234.5"),
  ("1.234,5", "1.234,5 ▸ 1.234,5 has signs between its thousands; write 1234,5"),
  ("1,234,567", "1,234,567 ▸ 1,234,567 has signs between its thousands; write 1234567"),
  ("mean of both", "mean ▸ 'mean' is neither a number nor a name of this lesson; \(way)"),
  ("0.5 hopefully", "hopefully ▸ 'hopefully' is neither a number nor a name of this lesson; \(way)"),
  (
    "y hopefully",
    "hopefully ▸ two values stand side by side, and the second is 'hopefully'; write one of them, or * between them, and # before a remark"
  ),
  ("sigmod(0)", "sigmod ▸ sigmod is not a known function; did you mean sigmoid?"),
  ("a9 + 1", "a9 ▸ the lesson has no quantity a9; did you mean a1?"),
  ("nan", "nan ▸ 'nan' is neither a number nor a name of this lesson; \(way)"),
  ("(1 - y", "( ▸ the parenthesis that opens here is never closed; close it"),
  ("max(1, 2", "( ▸ the parenthesis that opens here is never closed; close it"),
  ("1 - y)", ") ▸ there is nothing to close with ); remove it"),
  ("(1]", "] ▸ ] does not close the ( that is open"),
  ("()", ") ▸ a number is missing here; write one, or a name, or arithmetic"),
  ("3/", "/ ▸ nothing follows '/'; write a value after it, or remove it"),
  ("3 · ", "· ▸ nothing follows '·'; write a value after it, or remove it"),
  ("3 - ", "- ▸ nothing follows '-'; write a value after it, or remove it"),
  ("2^", "^ ▸ nothing follows '^'; write a value after it, or remove it"),
  ("2*/3", "/ ▸ a number, a name or a parenthesis is expected here, but / was found"),
  ("ln", "ln ▸ nothing follows 'ln'; write a value after it, or remove it"),
  ("max(1)", ") ▸ max takes two values with a comma between them, as in max(0, 0.5)"),
  ("max 1", "1 ▸ max takes two values in parentheses, as in max(0, 0.5)"),
  (
    "2 3",
    "3 ▸ two values stand side by side, and the second is '3'; write one of them, or * between them, and # before a remark"
  ),
  (
    "1.2.3",
    ".3 ▸ two values stand side by side, and the second is '.3'; write one of them, or * between them, and # before a remark"
  ),
  ("1e400", "1e400 ▸ 1e400 is too large for a double, which ends at 1.8e308"),
  ("2·10^400", "10^400 ▸ 10^400 is too large for a double, which ends at 1.8e308"),
  ("1e-400", "1e-400 ▸ 1e-400 is too small for a double, which starts at 5e-324; write 0"),
  ("0e99999999999999999999", "0e99999999999999999999 ▸ the exponent of 0e99999999999999999999 is too large"),
  ("2^5000", "2^5000 ▸ the exponent of 2^5000 is too large; the largest is 1000"),
  (
    "2^99999999999999999999",
    "2^99999999999999999999 ▸ the exponent of 2^99999999999999999999 is too large; the largest is 1000"
  ),
  ("0.5 = mean", "mean ▸ 'mean' is neither a number nor a name of this lesson; \(way)"),
]) func `A value that cannot be read is refused, with the way out`(value: String, complaint: String) throws {
  #expect(try complaints("a2 = 1\na3 = \(value)") == [complaint])
}
