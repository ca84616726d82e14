import Grading
import Testing

@testable import simulation

/// A small share of what the release program simulates.
@Test(arguments: [0, 1])
func `Nearly every simulated student's mistake is named, and nobody faultless is accused`(_ kind: Int) {
  let students = [
    Student(digits: 3, habit: Habit(truncates: true, carriesWritten: true), share: .everything),
    Student(digits: 4, habit: Habit(truncates: false, carriesWritten: false), share: .gradients),
  ]
  let result = Result(
    of: NetworkDrawer.kinds[kind], networks: 1, students: students, pairs: 4, networksOfFaultless: 2, seed: 11
  )
  for share in Student.Share.allCases {
    let (single, correct) = (result.tally(share, .single), result.tally(share, .correct))
    #expect(single.students > 100)
    #expect(Double(single.found) >= 0.95 * Double(single.students), "\(result.misses)")
    #expect(correct.students == 2 && correct.found == 2, "\(result.misses)")
  }
}
