import Backprop
import Formulas
import Grading

/// What a marker says of a sheet, in the few words that the simulation needs: the one place that knows the marker.
struct Judge {
  /// How a number is judged.
  enum Verdict {
    case right, tooFewDigits, carried, wrong
  }

  /// A mistake that is named.
  struct Finding {
    /// What it is called, also by its other names.
    let ids: [String]
    /// Its wrong formula, and where it stands.
    let formulas: [Int: Formula]
    let source: Int
  }

  /// What is said of a mistake: it is named, or may be one of several.
  struct Diagnosis {
    let line: Int
    /// One, and what gives the same numbers here and is said with it; none where nothing is named.
    let named: [Finding]
    let mayBe: [Finding]
  }

  /// The whole answer.
  struct Judgement {
    var verdicts: [Int: Verdict] = [:]
    var points: [Int: Double] = [:]
    var diagnoses: [Diagnosis] = []
    /// Whether the sheet is taken to be written otherwise than the lesson, and that is said.
    var hasConvention = false

    /// The line that is said to be the first wrong one.
    var first: Int? { diagnoses.first?.line ?? firstWrong }
    var firstWrong: Int? { verdicts.filter { $0.value == .wrong }.keys.min() }
  }

  private let marker: Marker

  init(_ exercise: Exercise) { marker = Marker(exercise) }

  func judge(_ written: [Int: Written]) -> Judgement {
    let marking = marker.mark(
      written.mapValues { written in
        // A fraction, or a formula, leaves nothing open; of a bare 0 nobody knows how exact it is.
        let unit = written.unit == 0 ? Claim.exactness * written.value.magnitude : written.unit
        return Claim(written.value, unit: written.value == 0 && unit == 1 ? 0 : unit)
      })
    var judgement = Judgement()
    judgement.hasConvention = !marking.conventions.isEmpty
    for mark in marking.marks {
      judgement.verdicts[mark.line] = Verdict(mark.verdict)
      judgement.points[mark.line] = mark.points
    }
    judgement.diagnoses = marking.diagnoses.map { diagnosis in
      Diagnosis(
        line: diagnosis.line, named: diagnosis.named.map { ([$0] + $0.alikeHere).map(Finding.init) } ?? [],
        mayBe: diagnosis.possible.map(Finding.init))
    }
    return judgement
  }
}

extension Judge.Verdict {
  fileprivate init(_ verdict: Verdict) {
    switch verdict {
    case .correct: self = .right
    case .tooFewDigits: self = .tooFewDigits
    case .carriedForward: self = .carried
    case .wrong: self = .wrong
    }
  }
}

extension Judge.Finding {
  fileprivate init(_ finding: Marking.Finding) {
    self.init(
      ids: ([finding.mistake] + finding.alike).map(\.id), formulas: finding.formulas, source: finding.source)
  }

  /// Whether it is a slip of the pen.
  var isOfPen: Bool { formulas.isEmpty }
}

extension Judge.Judgement {
  /// Whether a number is worth anything.
  func earns(_ line: Int) -> Bool { points[line].map { $0 > 0 } ?? false }
}
