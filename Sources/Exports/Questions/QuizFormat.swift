import Lessons

/// The platforms that questions are written for; the raw value is the name on the command line.
package enum QuizFormat: String, CaseIterable, Sendable {
  /// Moodle XML.
  case moodle
  /// Moodle's plain text.
  case gift
  /// A package of QTI 2.1.
  case qti
  /// A package of QTI 1.2 as Canvas reads it.
  case canvas
  /// Notes with tabs between their fields.
  case anki

  /// Whether it is an archive, which is no text.
  package var isArchive: Bool {
    switch self {
    case .moodle, .gift, .anki: false
    case .qti, .canvas: true
    }
  }

  /// Whether one of its questions may have several blanks for numbers.
  package var takesCloze: Bool {
    switch self {
    case .moodle, .qti, .anki: true
    case .gift, .canvas: false
    }
  }
}

extension Quiz {
  /// The file for a platform; throws if an archive would be too large.
  package func bytes(for format: QuizFormat) throws(WorkedExampleError) -> [UInt8] {
    let archive: ZipArchive?
    switch format {
    case .moodle: return Array(MoodleQuiz(self).text.utf8)
    case .gift: return Array(GIFTQuiz(self).text.utf8)
    case .anki: return Array(AnkiQuiz(self).text.utf8)
    case .qti: archive = QTIQuiz(self).archive
    case .canvas: archive = CanvasQuiz(self).archive
    }
    guard let archive else {
      throw .refused("the questions are too many for one archive; ask for fewer variants, or use --only")
    }
    return archive.bytes
  }
}
