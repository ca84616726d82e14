import Formulas

/// What came of the students of one kind of network.
struct Result {
  /// What the students did.
  enum Work: String, CaseIterable {
    case single = "one mistake"
    case pair = "two mistakes, in different layers"
    case correct = "none"
    case outsider = "one that is not in the catalog"
  }

  let kind: NetworkDrawer.Kind
  private(set) var tallies: [Student.Share: [Work: Tally]] = [:]

  /// Simulates students of so many networks, with so many pairs of mistakes of each; and of many more networks those who make
  /// no mistake.
  ///
  /// Those with a mistake that is not in the catalog can be left out.
  init(
    of kind: NetworkDrawer.Kind, networks: Int, students: [Student] = Student.all, pairs: Int = 40,
    outsiders: Bool = true, networksOfFaultless: Int = 20, seed: UInt64 = 1
  ) {
    self.kind = kind
    var drawer = NetworkDrawer(seed: seed)
    var generator = SplitMix64(seed: seed &+ 1)
    for number in 0..<(networks * networksOfFaultless) {
      guard let classroom = drawer.classroom(kind) else { continue }
      for student in students {
        add(classroom.correct(student), student, .correct)
        guard number < networks else { continue }
        add(classroom.single(student), student, .single)
        add(classroom.pairs(student, count: pairs, &generator), student, .pair)
        if outsiders { add(classroom.outsiders(student), student, .outsider) }
      }
    }
  }

  private mutating func add(_ tally: Tally, _ student: Student, _ work: Work) {
    tallies[student.share, default: [:]][work, default: Tally()] += tally
  }

  func tally(_ share: Student.Share, _ work: Work) -> Tally { tallies[share]?[work] ?? Tally() }

  /// A row for each kind of network and what is handed in: found mistakes, and wrong accusations.
  static func table(_ results: [Result]) -> String {
    var text = """
      | network | handed in | mistake named first | both of two named | correct, but accused | not in the catalog, but blamed |
      | :-- | :-- | --: | --: | --: | --: |

      """
    for result in results {
      for share in Student.Share.allCases {
        func found(_ work: Work) -> String {
          let tally = result.tally(share, work)
          return "\(percent(tally.found, tally.students)) of \(tally.students)"
        }
        func missed(_ work: Work) -> String {
          let tally = result.tally(share, work)
          return "\(percent(tally.students - tally.found, tally.students)) of \(tally.students)"
        }
        text +=
          "| \(result.kind.name) | \(share.rawValue) | \(found(.single)) | \(found(.pair)) | \(missed(.correct)) | "
          + "\(missed(.outsider)) |\n"
      }
    }
    return text
  }

  /// With two decimals.
  private static func percent(_ part: Int, _ whole: Int) -> String {
    guard whole > 0 else { return "–" }
    let hundredths = (part * 10_000 + whole / 2) / whole
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100) %"
  }

  /// What went wrong, the most frequent first.
  var misses: String {
    var text = ""
    for share in Student.Share.allCases {
      for work in Work.allCases {
        let misses = tally(share, work).misses.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        guard !misses.isEmpty else { continue }
        text += "\n\(kind.name), \(share.rawValue), \(work.rawValue):\n"
        for (miss, count) in misses.prefix(12) { text += "  \(count) \(miss)\n" }
      }
    }
    return text
  }
}
