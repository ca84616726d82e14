import Backprop
import Documents
import Formulas
import Lessons

/// A lesson with other numbers, the same on every machine for the same seed.
///
/// Numbers are drawn as whole tenths or hundredths. A draw is judged in doubles, but only whether something is larger than a
/// bound, which the last bits of an exponential do not decide.
package enum Variant {
  /// The largest number of draws, of which the best is taken; large lessons have fewer.
  private static let mostDraws = 2_000
  private static let mostParametersDrawn = 200_000
  /// The largest number of exercises that are tested for mistakes with different results.
  private static let mostAsked = 50
  /// The largest number of lines in all graphs that are tested.
  private static let mostLinesAsked = 1_200

  /// The variant of a lesson; `isDistinct` says whether all mistakes in an exercise have different results.
  ///
  /// Throws if the lesson is too large to derive by hand, or if no finite cost was found.
  package static func lesson(
    of lesson: Lesson, seed: UInt64, isDistinct: (Exercise) -> Bool = { $0.tellsMistakesApart(digits: 4) }
  ) throws(WorkedExampleError) -> Lesson {
    let size = try NetworkSubject(lesson).layout.parameterCount * lesson.examples.count
    let manner = try NetworkManner(lesson)
    var draw = VariantDraw(lesson, seed: seed)
    let found = found(
      size: size, next: { draw.next() }, faults: manner.faults, exercise: { try? Exercise($0) }, isDistinct)
    guard case (var variant, let isFound)? = found else {
      throw .refused("no other numbers were found with which the cost of this lesson is finite")
    }
    variant.summary = summary(seed, .network, isBest: !isFound, in: lesson.language)
    return variant
  }

  /// The variant of a lesson of named quantities.
  ///
  /// Throws if the lesson is too large to derive by hand, or if a value or a derivative is not finite.
  package static func lesson(
    of lesson: NamedLesson, seed: UInt64,
    isDistinct: (Exercise) -> Bool = { $0.tellsMistakesApart(digits: 4) }
  ) throws(WorkedExampleError) -> NamedLesson {
    let own = try Exercise(lesson)
    let manner = GraphManner(own)
    var draw = GraphDraw(lesson, seed: seed)
    // A longer graph takes more time for each draw, and more of its draws fail.
    let size = max(1, lesson.graph.count * lesson.graph.count / 4)
    let found = found(
      size: size, asking: max(5, min(mostAsked, mostLinesAsked / max(1, own.lines.count))),
      next: { draw.next() }, faults: manner.faults, exercise: { try? Exercise($0) }, isDistinct)
    guard case (var variant, let isFound)? = found else {
      throw .refused(
        "no other numbers were found with which all values and derivatives of this lesson are finite")
    }
    variant.summary = summary(seed, .graph, isBest: !isFound, in: lesson.language)
    return variant
  }

  /// The first faultless draw whose mistakes have different results, or the best draw of those tried.
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
      // Of the conditions only the last is costly to test.
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

  /// The summary of a variant, because that of the lesson is about other numbers.
  private static func summary(
    _ seed: UInt64, _ kind: SubjectKind, isBest: Bool, in language: Language
  ) -> String {
    language.say(WorksheetPhrase.variant(seed, kind, isBest: isBest)).plain(in: Notation(language: language))
  }
}
