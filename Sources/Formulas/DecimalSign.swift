/// What stands before the decimals of a number.
public enum DecimalSign: String, CaseIterable, Hashable, Sendable {
  /// 0.66, as programs have it.
  case point
  /// 0,66.
  case comma

  /// Digits that have a point, with this sign in its place.
  package func written(_ digits: String) -> String {
    switch self {
    case .point: digits
    case .comma: digits.exchanging(".", for: ",")
    }
  }

  /// What stands between the arguments of a function, so that it is no part of a number.
  var separator: Operator {
    switch self {
    case .point: .comma
    case .comma: .semicolon
    }
  }
}

extension Language {
  /// What a document in this language has, unless another sign is asked for.
  public var decimal: DecimalSign {
    switch self {
    case .english, .chinese: .point
    case .german: .comma
    }
  }
}
