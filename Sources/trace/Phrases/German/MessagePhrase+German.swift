import Formulas
import Lessons

extension MessagePhrase {
  var german: Prose {
    switch self {
    case .readsBetterAsText: "Tipp: Mit --format text liest es sich im Terminal besser"
    case .lessonIsPrinted:
      "Tipp: Die trainierte Lektion wird hier ausgegeben; --output DATEI schreibt sie in eine Datei"
    case .lessonsLeftOut(let count):
      "Tipp: \(count == 1 ? "1 Lektion, die index.txt nicht nennt, fehlt" : "\(count) Lektionen, die index.txt nicht nennt, fehlen") im Kurs"
    case .tracesLeftOut(let count):
      """
      Tipp: \(count == 1 ? "Die Aufzeichnung von 1 großen Lektion wird" : "Die Aufzeichnungen von \(count) großen Lektionen werden") \
      nicht als JSON geschrieben; mit --traces auch als JSON
      """
    case .filesWritten(let count, let unchanged):
      "\(count) \(count == 1 ? "Datei" : "Dateien") geschrieben, \(unchanged) unverändert"
    case .progress(let epoch, let all, let score, let left):
      "Epoche \(epoch) von \(all); \(Self.words(score)); noch \(left)"
    case .finished(let place, let before, let score, let time):
      "nach \(place.german) in \(time): vorher \(Self.cost(before)), jetzt \(Self.words(score))"
    case .stopped(let place, let isWritten):
      "nach \(place.german) beendet\(isWritten ? "; die Gewichte bis dahin sind geschrieben" : "")"
    case .best(let best, let lesson, let place):
      """
      nach \(place.german): Mit den Gewichten nach \(best.german) ist das Netz bei \(lesson) am besten; diese Gewichte bleiben
      """
    case .result(let lesson, let score):
      "\(lesson): \(Self.words(score))\(score.share.map { " (\(Formula.number($0)) %)" } ?? "")"
    }
  }

  private static func words(_ score: Score) -> Prose {
    "\(cost(score.figure))\(score.correct.map { "; \($0) von \(score.count) richtig" } ?? "")"
  }

  private static func cost(_ figure: Numeral?) -> Prose {
    figure.map { "Kosten \(Formula.number($0))" } ?? "Kosten nicht endlich"
  }
}
