import Formulas
import Lessons

extension MessagePhrase {
  var english: Prose {
    switch self {
    case .readsBetterAsText: "hint: --format text reads better in a terminal"
    case .lessonIsPrinted:
      "hint: the trained lesson will be printed here; --output FILE writes it to a file"
    case .lessonsLeftOut(let count):
      "hint: \(count == 1 ? "1 lesson that index.txt does not name is" : "\(count) lessons that index.txt does not name are") left out"
    case .tracesLeftOut(let count):
      """
      hint: \(count == 1 ? "the trace of 1 large lesson is" : "the traces of \(count) large lessons are") not written as JSON; \
      --traces writes JSON as well
      """
    case .filesWritten(let count, let unchanged):
      "\(count) \(count == 1 ? "file" : "files") written, \(unchanged) unchanged"
    case .progress(let epoch, let all, let score, let left):
      "epoch \(epoch) of \(all), \(Self.words(score)), \(left) left"
    case .finished(let place, let before, let score, let time):
      "\(place.english), from \(Self.cost(before)) to \(Self.words(score)), in \(time)"
    case .stopped(let place, let isWritten):
      "stopped after \(place.english)\(isWritten ? "; the weights so far are written" : "")"
    case .best(let best, let lesson, let place):
      "after \(place.english): the weights after \(best.english) are the best on \(lesson), and are kept"
    case .result(let lesson, let score):
      "\(lesson): \(Self.words(score))\(score.share.map { " (\(Formula.number($0)) %)" } ?? "")"
    }
  }

  private static func words(_ score: Score) -> Prose {
    "\(cost(score.figure))\(score.correct.map { ", \($0) of \(score.count) correct" } ?? "")"
  }

  private static func cost(_ figure: Numeral?) -> Prose {
    figure.map { "cost \(Formula.number($0))" } ?? "cost not finite"
  }
}
