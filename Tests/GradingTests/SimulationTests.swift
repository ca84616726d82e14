import Grading
import Testing

@testable import simulation

/// A small share of what the release program simulates: a chain and layers by everything, others by their gradients.
@Test(arguments: [(0, Student.Share.everything), (1, .everything), (4, .gradients)])
func `Nearly every simulated student's mistake is named, and nobody faultless is accused`(
  _ kind: Int, _ share: Student.Share
) {
  let student = Student(digits: 3, habit: Habit(truncates: true, carriesWritten: true), share: share)
  let result = Result(
    of: NetworkDrawer.kinds[kind], networks: 1, students: [student], pairs: 0, outsiders: false,
    networksOfFaultless: 4, seed: 11)
  let (single, correct) = (result.tally(share, .single), result.tally(share, .correct))
  #expect(single.students > 50)
  #expect(Double(single.found) >= 0.95 * Double(single.students), "\(result.misses)")
  #expect(correct.students == 4 && correct.found == 4, "\(result.misses)")
}
