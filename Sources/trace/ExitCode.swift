/// How a run ended, for the shell.
enum ExitCode: Int32, CaseIterable {
  case done = 0
  case disagreement = 1
  case wrongCommandLine = 64
  case wrongLesson = 65
  case unreadableFile = 66
  case writingFailed = 74

  /// What the help says of it.
  var meaning: String {
    switch self {
    case .done: "done"
    case .disagreement: "disagreement"
    case .wrongCommandLine: "command line"
    case .wrongLesson: "content"
    case .unreadableFile: "file"
    case .writingFailed: "writing"
    }
  }
}
