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
      /// No line: what a step of an optimizer has left to the next, by a name of that one.
      case kept
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
    /// Which step of an optimizer it is of, counted from 1.
    public var step = 1

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
  /// What follows, each after those that it needs; a name may have several lines in a step, of which the last computes its value
  /// best.
  ///
  /// In a step a name means what it does there, or else what it meant in the step before.
  public let lines: [Line]
  /// Whether what is left of a sum that cancels is shown as 0 wherever it is no more than rounding.
  public let isCleaned: Bool
  /// The number of each name.
  private let numbers: [Name: Int]
  private let places: [Name: [Int]]

  /// A name in one of the steps.
  private struct Name: Hashable {
    let formula: Formula
    let step: Int
  }

  /// The numbers of a document; `nil` where a line needs a name that has no value, or a formula is no arithmetic.
  public init?(digits: Int, isCleaned: Bool = false, givens: [Given], lines: [Line]) {
    (self.digits, self.isCleaned, self.givens, self.lines) = (digits, isCleaned, givens, lines)
    var numbers: [Name: Int] = [:]
    for given in givens { numbers[Name(formula: given.name, step: 1)] = numbers.count }
    guard numbers.count == givens.count else { return nil }
    var places: [Name: [Int]] = [:]
    for (place, line) in lines.enumerated() {
      let needs = line.formula.names + (line.other?.names ?? [])
      guard line.formula.isArithmetic, line.other?.isArithmetic ?? true,
        needs.allSatisfy({ Self.number(of: $0, in: line.stepOfNeeds, numbers) != nil })
      else { return nil }
      let name = Name(formula: line.name, step: line.step)
      if numbers[name] == nil { numbers[name] = numbers.count }
      places[name, default: []].append(place)
    }
    (self.numbers, self.places) = (numbers, places)
  }

  /// The same with further lines.
  public init?(_ first: Spreadsheet, and lines: [Line]) {
    self.init(
      digits: first.digits, isCleaned: first.isCleaned, givens: first.givens, lines: first.lines + lines)
  }

  /// What a name means in a step: what it does there, or in the last step before.
  private static func number(of name: Formula, in step: Int, _ numbers: [Name: Int]) -> Int? {
    for step in stride(from: step, through: 1, by: -1) {
      if let number = numbers[Name(formula: name, step: step)] { return number }
    }
    return nil
  }
}

extension Spreadsheet.Line {
  /// The same in a step of an optimizer.
  public func ofStep(_ step: Int) -> Spreadsheet.Line {
    var line = self
    line.step = step
    return line
  }

  /// The step in which its formula is read.
  fileprivate var stepOfNeeds: Int { kind == .kept ? step - 1 : step }
}

extension Spreadsheet {
  /// The number by which a page knows a name; `nil` for a name without a value.
  func number(of name: Formula, inStep step: Int = 1) -> Int? { Self.number(of: name, in: step, numbers) }

  /// The line that an equation is.
  func line(of equation: Equation) -> Int? {
    guard equation.sides.contains(where: \.formula.names.isEmpty) else { return nil }
    let name = Name(formula: equation.name ?? equation.left, step: equation.step)
    return places[name]?.last { place in
      let line = lines[place]
      return [.line, .lineOfTerms].contains(line.kind)
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
    func formulas(_ step: Int) -> FormulaJSON {
      FormulaJSON(
        number: { JSONText.quoted($0.typed) }, name: { number(of: $0, inStep: step).map { "\($0)" } },
        keepsForm: true)
    }
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
      let formulas = formulas(line.stepOfNeeds)
      return
        "[\(number(of: line.name, inStep: line.step) ?? -1),\(formulas.text(line.formula)),\(line.other.map(formulas.text) ?? "0"),"
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
