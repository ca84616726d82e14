import Backprop
import Formulas
import Grading
import Lessons

/// How often the marker names the mistake that a simulated student made.
struct Tally {
  var students = 0
  var found = 0
  /// Those that went wrong, in a few words.
  var misses: [String: Int] = [:]

  mutating func note(_ isFound: Bool, _ miss: @autoclosure () -> String) {
    students += 1
    if isFound { found += 1 } else { misses[miss(), default: 0] += 1 }
  }

  static func += (left: inout Tally, right: Tally) {
    left.students += right.students
    left.found += right.found
    left.misses.merge(right.misses, uniquingKeysWith: +)
  }
}

/// Students of one exercise.
struct Classroom {
  let exercise: Exercise
  let marker: Marker

  /// Nothing where the exercise is none that one would give: a quantity that is asked for is as good as 0.
  init?(_ lesson: Lesson) {
    guard let exercise = try? Exercise(lesson) else { return nil }
    // A 0 says nothing of who wrote it, and worksheets have none.
    guard exercise.asked.allSatisfy({ exercise.values[$0].magnitude >= 0.001 }) else { return nil }
    self.exercise = exercise
    marker = Marker(exercise)
  }

  /// Whether two sets of numbers are the same, but for one unit of the last digit.
  private func isSame(_ claims: [Int: Claim], _ others: [Int: Claim]) -> Bool {
    claims.allSatisfy { line, claim in
      others[line].map { ($0.value - claim.value).magnitude <= 1.0001 * Swift.max(claim.unit, $0.unit) }
        ?? true
    }
  }

  /// Whether somebody with these mistakes, or with none, could have written these numbers.
  private func areOf(_ suspects: [Suspect], _ claims: [Int: Claim], _ student: Student) -> Bool {
    student.others.contains { isSame(claims, $0.answers(to: exercise, making: suspects)) }
  }

  /// Whether the marking names a mistake at its place among the first, itself or with those of the same numbers.
  private func names(
    _ suspect: Suspect, _ diagnosis: Marking.Diagnosis, _ claims: [Int: Claim], _ student: Student
  )
    -> Bool
  {
    guard let first = diagnosis.suspect else { return false }
    if first.mistake.id == suspect.mistake.id { return true }
    guard diagnosis.others.contains(where: { $0.mistake.id == suspect.mistake.id }) else { return false }
    // Named second is found only where the first gives the same numbers.
    return areOf([first], claims, student)
  }

  /// Each mistake of the catalog by itself.
  func single(_ student: Student) -> Tally {
    var tally = Tally()
    for suspect in marker.suspects where suspect.mistake.evidence != .lastResort {
      let claims = student.answers(to: exercise, making: [suspect])
      // Where no number shows it, there is nothing to be found.
      guard !areOf([], claims, student) else { continue }
      let marking = marker.mark(claims)
      let isFound = marking.diagnoses.first.map { names(suspect, $0, claims, student) } ?? false
      tally.note(
        isFound,
        "\(suspect.mistake.id)/\(suspect.variant)\(suspect.layer.map { " layer \($0)" } ?? "") taken for "
          + (marking.diagnoses.first.map { diagnosis in
            diagnosis.suspect.map { "\($0.mistake.id)/\($0.variant)\($0.layer.map { " layer \($0)" } ?? "")" }
              ?? "slip"
          } ?? "nothing"))
    }
    return tally
  }

  /// Nobody who made no mistake is accused.
  func correct(_ student: Student) -> Tally {
    var tally = Tally()
    let marking = marker.mark(student.answers(to: exercise, making: []))
    let accused = marking.marks.filter { $0.verdict == .wrong }
    tally.note(
      accused.isEmpty && marking.diagnoses.isEmpty,
      accused.first.map {
        "\(exercise.lines[$0.line].place.map { "\($0)" } ?? "") \($0.claim.value) for \(exercise.values[$0.line])"
      } ?? "")
    return tally
  }
}

extension Classroom {
  /// Two mistakes in different layers, each in one of them: so many pairs drawn at random.
  func pairs(_ student: Student, count: Int, _ generator: inout SplitMix64) -> Tally {
    var tally = Tally()
    let local = marker.suspects.filter { $0.layer != nil && $0.mistake.evidence != .lastResort }
    for _ in 0..<count {
      guard let a = local.randomElement(using: &generator), let b = local.randomElement(using: &generator),
        a.layer != b.layer
      else { continue }
      let claims = student.answers(to: exercise, making: [a, b])
      // Each of the two has to show, beside the other.
      guard !areOf([a], claims, student), !areOf([b], claims, student), !areOf([], claims, student) else {
        continue
      }
      let marking = marker.mark(claims)
      let areFound = [a, b].allSatisfy { suspect in
        marking.diagnoses.contains { diagnosis in
          ([diagnosis.suspect].compactMap { $0 } + diagnosis.others).contains {
            $0.mistake.id == suspect.mistake.id
          }
        }
      }
      tally.note(
        areFound,
        [a, b].map { "\($0.mistake.id)/\($0.variant) layer \($0.layer ?? 0)" }.joined(separator: " and ")
          + " taken for "
          + marking.diagnoses.map { diagnosis in
            diagnosis.suspect.map { "\($0.mistake.id)/\($0.variant)\($0.layer.map { " layer \($0)" } ?? "")" }
              ?? "slip"
          }.joined(separator: ", "))
    }
    return tally
  }

  /// Whether a mistake of the catalog gives the same answers.
  private func isInCatalog(_ outsider: Suspect) -> Bool {
    marker.suspects.contains { known in
      exercise.asked.allSatisfy {
        (known.values[$0] - outsider.values[$0]).magnitude <= 1e-9 * outsider.values[$0].magnitude
      }
    }
  }

  /// Mistakes that the catalog does not have: found is who is not blamed for one that it has.
  func outsiders(_ student: Student) -> Tally {
    var tally = Tally()
    for suspect in exercise.suspects(from: Mistake.outsiders) where !isInCatalog(suspect) {
      let claims = student.answers(to: exercise, making: [suspect])
      guard !areOf([], claims, student) else { continue }
      let marking = marker.mark(claims)
      let blamed = marking.diagnoses.first?.suspect
      tally.note(
        blamed == nil,
        "\(suspect.mistake.id)\(suspect.layer.map { " layer \($0)" } ?? "") taken for \(blamed?.mistake.id ?? "")"
      )
    }
    return tally
  }
}
