import Formulas

/// The numbers of a document, and how each follows from others: a page computes all of them anew when one that is given is changed.
public struct Spreadsheet: Hashable, Sendable {
  /// A number that the lesson gives.
  public struct Given: Hashable, Sendable {
    /// What it is the value of.
    public let name: Formula
    /// The number; where its digits are not its own, those that give the same double.
    public let numeral: Numeral
    /// Whether those digits are the number itself.
    public let isExact: Bool
    /// What a reader can put in its place.
    public let range: Range

    /// Which numbers a given may be changed to.
    public enum Range: Hashable, Sendable {
      /// None, any, and those above 0.
      case none, all, positive
    }

    /// The value of a name.
    public init(_ name: Formula, _ numeral: Numeral, isExact: Bool = true, range: Range = .all) {
      (self.name, self.numeral, self.isExact) = (name, numeral, isExact)
      self.range = range
    }
  }

  /// A name, and how it follows from names before it.
  public struct Line: Hashable, Sendable {
    /// What stands in the document of it.
    public enum Kind: Int, Hashable, Sendable {
      /// A line.
      case line
      /// A line that shows the value of each product before they are added.
      case lineOfTerms
      /// No line: the other terms of a sum that is too long to be written out.
      case rest
      /// No line, nor a number that is said to be exact.
      case hidden
    }

    /// What it computes.
    public let name: Formula
    /// From what.
    public let formula: Formula
    /// Another way to write it, where rounding spoils the first.
    public let other: Formula?
    /// What stands in the document of it.
    public let kind: Kind
    /// Whether it counts as 0 where what is left of its terms is no more than their rounding.
    public let isZeroWithinRounding: Bool

    /// How a name follows from others.
    public init(
      _ name: Formula, _ formula: Formula, orElse other: Formula? = nil, kind: Kind = .line,
      isZeroWithinRounding: Bool = false
    ) {
      (self.name, self.formula, self.other, self.kind) = (name, formula, other, kind)
      self.isZeroWithinRounding = isZeroWithinRounding
    }
  }

  /// How many significant digits are printed.
  public let digits: Int
  /// What is given.
  public let givens: [Given]
  /// What follows, each after those that it needs; a name may have several lines, of which the last computes its value best.
  public let lines: [Line]
  /// Whether what is left of a sum that cancels is shown as 0 wherever it is no more than rounding.
  public let isCleaned: Bool
  /// The number of each name.
  private let numbers: [Formula: Int]
  private let places: [Formula: [Int]]

  /// The numbers of a document; `nil` where a line needs a name that has no value, or a formula is no arithmetic.
  public init?(digits: Int, isCleaned: Bool = false, givens: [Given], lines: [Line]) {
    (self.digits, self.isCleaned, self.givens, self.lines) = (digits, isCleaned, givens, lines)
    var numbers: [Formula: Int] = [:]
    for given in givens where numbers[given.name] == nil { numbers[given.name] = numbers.count }
    guard numbers.count == givens.count else { return nil }
    var places: [Formula: [Int]] = [:]
    for (place, line) in lines.enumerated() {
      let needs = line.formula.names + (line.other?.names ?? [])
      guard line.formula.isArithmetic, line.other?.isArithmetic ?? true,
        needs.allSatisfy({ numbers[$0] != nil })
      else { return nil }
      if numbers[line.name] == nil { numbers[line.name] = numbers.count }
      places[line.name, default: []].append(place)
    }
    (self.numbers, self.places) = (numbers, places)
  }
}

extension Spreadsheet {
  /// The number by which a page knows a name; `nil` for a name without a value.
  func number(of name: Formula) -> Int? { numbers[name] }

  /// The line that an equation is.
  func line(of equation: Equation) -> Int? {
    guard equation.sides.contains(where: \.formula.names.isEmpty) else { return nil }
    return places[equation.left]?.last { place in
      let line = lines[place]
      return line.kind != .rest && line.kind != .hidden
        && (line.formula.names.isEmpty || equation.name == line.name
          || equation.sides.contains { $0.formula == line.formula || $0.formula == line.other })
    }
  }

  /// All of it, for the script of a page; escaped so that it cannot end the HTML element around it.
  ///
  /// `side` writes one of the two formulas of a line, of which the script shows either.
  func json(
    decimal: DecimalSign, words: [String: String], side: (_ formula: Formula, _ name: Formula) -> String
  ) -> String {
    let formulas = FormulaJSON(
      number: { JSONText.quoted($0.typed) }, name: { name in numbers[name].map { "\($0)" } }, keepsForm: true)
    let givens = givens.map { given in
      let name: String =
        if given.range != .none, case .symbol(let symbol) = given.name { JSONText.quoted(symbol.name) } else {
          "null"
        }
      return "[\(name),\(JSONText.quoted(given.numeral.typed)),\(given.isExact),\(given.range == .positive)]"
    }
    let lines = lines.map { line in
      let sides = line.other.map { other in
        [line.formula, other].map { "," + JSONText.quoted(side($0, line.name)) }.joined()
      }
      return
        "[\(numbers[line.name] ?? -1),\(formulas.text(line.formula)),\(line.other.map(formulas.text) ?? "0"),"
        + "\(line.kind.rawValue),\(line.isZeroWithinRounding ? 1 : 0)\(sides ?? "")]"
    }
    let words = words.sorted { $0.key < $1.key }.map {
      "\(JSONText.quoted($0.key)):\(JSONText.quoted($0.value))"
    }
    return
      """
      {"digits":\(digits),"decimal":"\(decimal.rawValue)","isCleaned":\(isCleaned),"words":{\(words.joined(separator: ","))},
      "givens":[\(givens.joined(separator: ","))],
      "lines":[\(lines.joined(separator: ",\n"))]}
      """.exchanging("<", for: "\\u003c")
  }
}

extension Formula {
  /// Whether it is made of numbers, names and operations on them, whose slopes have the same form at all numbers.
  fileprivate var isArithmetic: Bool {
    var isArithmetic = true
    forEachPart { part in
      switch part {
      case .nabla, .transpose, .matrixProduct, .elementwise: isArithmetic = false
      case .max, .min, .number, .symbol, .partial, .negative, .sum, .product, .quotient, .power, .raised,
        .call, .truth:
        break
      }
    }
    return isArithmetic
  }
}
