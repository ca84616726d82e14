import Backprop
import Formulas
import Lessons

/// A lesson with other numbers, the same on every machine for the same seed.
///
/// Numbers are drawn as whole tenths or hundredths. A draw is judged in doubles, but only whether something is larger than a
/// bound, which the last bits of an exponential do not decide.
package enum Variant {
  /// After so many draws the best of them has to do; of a large lesson, after fewer.
  private static let mostDraws = 2_000
  private static let mostParametersDrawn = 200_000
  /// So many exercises are asked whether they tell their mistakes apart.
  private static let mostAsked = 50

  /// The variant of a lesson; `isDistinct` says whether an exercise tells its mistakes apart.
  ///
  /// Throws where the lesson is too large to be derived by hand, and where it has no finite cost.
  package static func lesson(
    of lesson: Lesson, seed: UInt64, isDistinct: (Exercise) -> Bool = { $0.tellsMistakesApart(digits: 4) }
  ) throws(WorkedExampleError) -> Lesson {
    let size = try Exercise(lesson).layout.parameterCount * lesson.examples.count
    let manner = try NetworkManner(lesson)
    var draw = VariantDraw(lesson, seed: seed)
    var best: (lesson: Lesson, faults: Int)?
    var asked = 0
    for _ in 0..<max(1, min(mostDraws, mostParametersDrawn / max(1, size))) where asked < mostAsked {
      let candidate = draw.next()
      var faults = manner.faults(of: candidate)
      // Only the last of what is asked is costly to find out.
      if faults == 0 {
        guard let exercise = try? Exercise(candidate) else { continue }
        asked += 1
        if isDistinct(exercise) { return named(candidate, seed, isFound: true) }
        faults = 1
      }
      if faults < best?.faults ?? .max { best = (candidate, faults) }
    }
    guard let best else {
      throw .refused("with no other numbers that were tried does this lesson have a finite cost")
    }
    return named(best.lesson, seed, isFound: false)
  }

  /// What the lesson says of its own numbers does not hold of others.
  private static func named(_ lesson: Lesson, _ seed: UInt64, isFound: Bool) -> Lesson {
    var lesson = lesson
    lesson.summary =
      "Variant \(seed) of this lesson: the same network with other numbers."
      + (isFound
        ? ""
        : " No numbers were found with which every neuron works as in the lesson, no derivative is very small, and every mistake has a result of its own. These are the best of those tried.")
    return lesson
  }
}
