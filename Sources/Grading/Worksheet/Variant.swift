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
  /// And of graphs no more than have so many lines together.
  private static let mostLinesAsked = 1_200

  /// The variant of a lesson; `isDistinct` says whether an exercise tells its mistakes apart.
  ///
  /// Throws where the lesson is too large to be derived by hand, and where it has no finite cost.
  package static func lesson(
    of lesson: Lesson, seed: UInt64, isDistinct: (Exercise) -> Bool = { $0.tellsMistakesApart(digits: 4) }
  ) throws(WorkedExampleError) -> Lesson {
    let size = try NetworkSubject(lesson).layout.parameterCount * lesson.examples.count
    let manner = try NetworkManner(lesson)
    var draw = VariantDraw(lesson, seed: seed)
    let found = found(
      size: size, next: { draw.next() }, faults: manner.faults, exercise: { try? Exercise($0) }, isDistinct)
    guard case (var variant, let isFound)? = found else {
      throw .refused("with no other numbers that were tried does this lesson have a finite cost")
    }
    variant.summary = summary(
      seed, "network",
      isFound
        ? nil
        : "every neuron works as in the lesson, no derivative is very small, and every mistake has a result of its own"
    )
    return variant
  }

  /// The variant of a lesson of named quantities.
  ///
  /// Throws where the lesson is too large to be derived by hand, and where a value or a derivative is not finite.
  package static func lesson(
    of lesson: NamedLesson, seed: UInt64,
    isDistinct: (Exercise) -> Bool = { $0.tellsMistakesApart(digits: 4) }
  ) throws(WorkedExampleError) -> NamedLesson {
    let own = try Exercise(lesson)
    let manner = GraphManner(own)
    var draw = GraphDraw(lesson, seed: seed)
    // To look at a draw takes as long as its graph is, and of a longer one more is wrong.
    let size = max(1, lesson.graph.count * lesson.graph.count / 4)
    let found = found(
      size: size, asking: max(5, min(mostAsked, mostLinesAsked / max(1, own.lines.count))),
      next: { draw.next() }, faults: manner.faults, exercise: { try? Exercise($0) }, isDistinct)
    guard case (var variant, let isFound)? = found else {
      throw .refused(
        "with no other numbers that were tried are all values and derivatives of this lesson finite")
    }
    variant.summary = summary(
      seed, "graph",
      isFound
        ? nil : "nothing is very small, very large or near a kink, and every mistake has a result of its own")
    return variant
  }

  /// The first draw without a fault whose exercise is distinct, or the best of those tried.
  private static func found<Drawn>(
    size: Int, asking most: Int = mostAsked, next: () -> Drawn, faults: (Drawn) -> Int,
    exercise: (Drawn) -> Exercise?,
    _ isDistinct: (Exercise) -> Bool
  ) -> (drawn: Drawn, isFound: Bool)? {
    var best: (drawn: Drawn, faults: Int)?
    var asked = 0
    for _ in 0..<max(1, min(mostDraws, mostParametersDrawn / max(1, size))) where asked < most {
      let candidate = next()
      var faults = faults(candidate)
      // Only the last of what is asked is costly to find out.
      if faults == 0 {
        guard let exercise = exercise(candidate) else { continue }
        asked += 1
        if isDistinct(exercise) { return (candidate, true) }
        faults = 1
      }
      if faults < best?.faults ?? .max { best = (candidate, faults) }
    }
    return best.map { ($0.drawn, false) }
  }

  /// What the lesson says of its own numbers does not hold of others; `missed` is what could not be had.
  private static func summary(_ seed: UInt64, _ noun: String, _ missed: String?) -> String {
    "Variant \(seed) of this lesson: the same \(noun) with other numbers."
      + (missed.map {
        " No numbers were found with which \($0). These are the best of those tried."
      } ?? "")
  }
}
