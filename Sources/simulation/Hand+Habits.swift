/// The habits that are simulated.
extension Hand {
  /// Of those who make a mistake: three to five digits, rounded or cut off, carried on or not.
  static func ordinary(digits: Int) -> [Hand] {
    [Rest.rounded, .cutOff].flatMap { rest in
      [true, false].map { Hand(figures: .significant(digits...digits), rests: [rest], carries: $0) }
    }
  }

  /// Of those who make none.
  static let all: [Hand] = byDigits + byDecimals + byMachine + mixed

  private static let byDigits = (2...9).flatMap { digits -> [Hand] in
    let figures = Figures.significant(digits...digits)
    return [
      Hand(name: "\(digits) digits, rounded, carried on", figures: figures),
      Hand(name: "\(digits) digits, rounded", figures: figures, carries: false),
      Hand(name: "\(digits) digits, cut off, carried on", figures: figures, rests: [.cutOff]),
      Hand(name: "\(digits) digits, cut off", figures: figures, rests: [.cutOff], carries: false),
    ]
  }

  private static let byDecimals = (3...6).flatMap { decimals -> [Hand] in
    let figures = Figures.decimals(decimals...decimals)
    return [
      Hand(name: "\(decimals) decimals, carried on", figures: figures),
      Hand(name: "\(decimals) decimals", figures: figures, carries: false),
      Hand(name: "\(decimals) decimals, cut off", figures: figures, rests: [.cutOff], carries: false),
    ]
  }

  private static let byMachine = [
    Hand(name: "calculator of 8 digits", figures: .significant(8...8), rests: [.cutOff]),
    Hand(name: "calculator of 10 digits", figures: .significant(10...10)),
    Hand(name: "calculator of 12 digits", figures: .significant(12...12)),
    Hand(name: "all 16 digits", figures: .significant(16...16), carries: false),
    Hand(name: "single precision, 9 digits", figures: .significant(9...9), carries: false, bits: 24),
    Hand(name: "single precision, 12 digits", figures: .significant(12...12), carries: false, bits: 24),
    Hand(name: "single precision, 4 decimals", figures: .decimals(4...4), carries: false, bits: 24),
    Hand(name: "half precision, 4 digits", figures: .significant(4...4), carries: false, bits: 11),
  ]

  private static let mixed = [
    Hand(name: "4 digits, half to even", figures: .significant(4...4), rests: [.roundedToEven]),
    Hand(name: "4 digits, always down", figures: .significant(4...4), rests: [.down]),
    Hand(name: "4 digits, always up", figures: .significant(4...4), rests: [.up]),
    Hand(name: "4 digits, down, up or rounded", figures: .significant(4...4), rests: [.rounded, .down, .up]),
    Hand(name: "4 digits, zeros left out", figures: .significant(4...4), leavesZerosOut: true),
    Hand(name: "3 digits, zeros left out", figures: .significant(3...3), leavesZerosOut: true),
    Hand(name: "4 decimals, zeros left out", figures: .decimals(4...4), carries: false, leavesZerosOut: true),
    Hand(name: "fractions", figures: .significant(4...4), exactLines: 1),
    Hand(name: "formulas and 4 digits", figures: .significant(4...4), exactLines: 0.5),
    Hand(name: "3 to 5 digits", figures: .significant(3...5)),
    Hand(name: "4 digits, lines left out", figures: .significant(4...4), missingLines: 0.3),
    Hand(name: "3 to 5 digits, lines left out", figures: .significant(3...5), missingLines: 0.3),
    Hand(
      name: "3 to 5 decimals, lines left out", figures: .decimals(3...5), carries: false, missingLines: 0.3),
  ]
}
