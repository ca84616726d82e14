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
    /// What it is called.
    let ids: [String]
    let title: String
    /// Its wrong formulas by their lines.
    let formulas: [Int: Formula]
    /// Whether it is a slip of the pen.
    var isOfPen = false
  }

  /// What is said of a mistake: it is named, or may be one of several.
  struct Diagnosis {
    let line: Int
    let named: Finding?
    let mayBe: [Finding]
  }

  /// The whole answer.
  struct Judgement {
    var verdicts: [Int: Verdict] = [:]
    var diagnoses: [Diagnosis] = []

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
    for mark in marking.marks { judgement.verdicts[mark.line] = Verdict(mark.verdict) }
    judgement.diagnoses = marking.diagnoses.map { diagnosis in
      Diagnosis(
        line: diagnosis.line, named: diagnosis.suspect.map(Finding.init),
        mayBe: diagnosis.others.map(Finding.init))
    }
    return judgement
  }
}

extension Judge.Verdict {
  fileprivate init(_ verdict: Verdict) {
    switch verdict {
    case .correct: self = .right
    case .rounded: self = .tooFewDigits
    case .carriedForward: self = .carried
    case .wrong: self = .wrong
    }
  }
}

extension Judge.Finding {
  fileprivate init(_ suspect: Suspect) {
    self.init(ids: [suspect.mistake.id], title: suspect.mistake.title, formulas: suspect.formulas)
  }
}

extension Judge.Judgement {
  /// Whether a number is worth anything.
  func earns(_ line: Int) -> Bool { verdicts[line].map { $0 != .wrong } ?? false }
}
