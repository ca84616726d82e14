/// How a number is judged.
package enum Verdict: String, CaseIterable, Sendable {
  /// It follows, and has the digits that are asked for.
  case correct
  /// It follows, but has fewer digits than are asked for.
  case tooFewDigits = "too-few-digits"
  /// It follows rightly from something that is wrong.
  case carriedForward = "carried-forward"
  /// It follows from nothing.
  case wrong

  /// Whether nothing more is asked for in its line.
  var isDone: Bool {
    switch self {
    case .correct, .carriedForward: true
    case .tooFewDigits, .wrong: false
    }
  }

  /// Whether nothing is wrong with it, or before it.
  package var isRight: Bool {
    switch self {
    case .correct, .tooFewDigits: true
    case .carriedForward, .wrong: false
    }
  }
}

extension Double {
  /// One unit of the last of so many significant digits.
  package func unit(digits: Int) -> Double {
    guard isFinite, self != 0 else { return 0 }
    let place = Int(powerOfTen) - digits + 1 - Self.smallestPower
    return Self.powersOfTen.indices.contains(place) ? Self.powersOfTen[place] : 0
  }

  /// The power of ten of the first digit, of a finite number that is not 0.
  var powerOfTen: Double {
    // ln 1000 / ln 10 is a little less than 3.
    (Double.ln(magnitude) / Double.ln(10) + 1e-9).rounded(.down)
  }

  private static let smallestPower = -323
  private static let powersOfTen = (smallestPower...308).map { Double("1e\($0)") ?? 0 }
}
