import Grading
import Testing

@testable import simulation

/// A small share of what the release program simulates.
@Test(arguments: [0, 1, 5])
func `Nearly every simulated student's mistake is named, and nobody faultless is accused`(_ kind: Int) {
  let students = [3, 4].flatMap { digits in
    Student.Share.allCases.map { share in
      Student(digits: digits, habit: Habit(truncates: digits == 3, carriesWritten: true), share: share)
    }
  }
  let result = Result(
    of: NetworkDrawer.kinds[kind], networks: 1, students: students, pairs: 4, networksOfFaultless: 2, seed: 11
  )
  for share in Student.Share.allCases {
    let (single, correct) = (result.tally(share, .single), result.tally(share, .correct))
    #expect(single.students > 100)
    #expect(Double(single.found) >= 0.95 * Double(single.students), "\(result.misses)")
    #expect(correct.students == 4 && correct.found == 4, "\(result.misses)")
  }
}
