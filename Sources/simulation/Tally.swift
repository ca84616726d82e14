/// What came of the sheets of one row of a table.
struct Tally {
  private(set) var sheets = 0
  private(set) var firstFound = 0
  private(set) var outcomes: [Outcome: Int] = [:]
  /// Of those without a mistake, and of nonsense.
  private(set) var accused = 0
  private(set) var lines = 0
  private(set) var earned = 0

  /// A sheet with a mistake.
  mutating func note(_ outcome: Outcome, isFirst: Bool) {
    sheets += 1
    if isFirst { firstFound += 1 }
    outcomes[outcome, default: 0] += 1
  }

  /// A sheet without a mistake.
  mutating func note(isAccused: Bool) {
    sheets += 1
    if isAccused { accused += 1 }
  }

  /// A sheet of nonsense.
  mutating func note(lines: Int, earned: Int) {
    sheets += 1
    self.lines += lines
    self.earned += earned
    if earned > 0 { accused += 1 }
  }

  static func + (one: Tally, other: Tally) -> Tally {
    var sum = one
    sum.sheets += other.sheets
    sum.firstFound += other.firstFound
    sum.outcomes.merge(other.outcomes, uniquingKeysWith: +)
    sum.accused += other.accused
    sum.lines += other.lines
    sum.earned += other.earned
    return sum
  }
}

/// All that came of a simulation.
struct Results {
  struct Key: Hashable {
    var kind: Kind
    var share: Share
    /// The kind of network.
    var network: String
    /// How many digits, or the habit.
    var hand: String
  }

  private(set) var tallies: [Key: Tally] = [:]

  subscript(key: Key) -> Tally {
    get { tallies[key] ?? Tally() }
    set { tallies[key] = newValue }
  }

  func sum(where isMeant: (Key) -> Bool) -> Tally {
    tallies.filter { isMeant($0.key) }.values.reduce(Tally(), +)
  }
}
