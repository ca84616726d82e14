/// The exit status of a run.
enum ExitCode: Int32, CaseIterable {
  case done = 0
  case disagreement = 1
  case wrongCommandLine = 64
  case wrongLesson = 65
  case unreadableFile = 66
  case writingFailed = 74

  /// Its meaning in the help.
  var meaning: String {
    switch self {
    case .done: "done"
    case .disagreement: "wrong or not finite"
    case .wrongCommandLine: "usage"
    case .wrongLesson: "content"
    case .unreadableFile: "file"
    case .writingFailed: "output"
    }
  }
}
