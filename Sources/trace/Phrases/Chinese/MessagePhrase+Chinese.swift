import Formulas
import Lessons

extension MessagePhrase {
  var chinese: Prose {
    switch self {
    case .readsBetterAsText: "提示：在终端中，用\(code: "--format text")更便于阅读"
    case .lessonIsPrinted: "提示：训练后的课将输出在这里；用\(code: "--output")可以写入文件"
    case .lessonsLeftOut(let count): "提示：有\(count)课没有列在index.txt中，不在课程里"
    case .tracesLeftOut(let count):
      "提示：有\(count)课较大，没有写出JSON记录；用\(code: "--traces")可以写出"
    case .filesWritten(let count, let unchanged): "写了\(count)个文件，\(unchanged)个没有变化"
    case .progress(let epoch, let all, let score, let left):
      "第\(epoch)个迭代周期，共\(all)个；\(Self.words(score))；还需\(left)"
    case .finished(let place, let before, let score, let time):
      "训练了\(place.chinese)，用时\(time)：之前\(Self.cost(before))，现在\(Self.words(score))"
    case .stopped(let place, let isWritten):
      "训练\(place.chinese)之后停止\(isWritten ? "；到此为止的权重已写出" : "")"
    case .best(let best, let lesson, let place):
      "训练了\(place.chinese)：在\(lesson)上，训练\(best.chinese)之后的权重最好，予以保留"
    case .result(let lesson, let score):
      "\(lesson)：\(Self.words(score))\(score.share.map { "（\(Formula.number($0))%）" } ?? "")"
    }
  }

  private static func words(_ score: Score) -> Prose {
    "\(cost(score.figure))\(score.correct.map { "，\(score.count)个中答对\($0)个" } ?? "")"
  }

  private static func cost(_ figure: Numeral?) -> Prose {
    figure.map { "代价\(Formula.number($0))" } ?? "代价不是有限的数"
  }
}
