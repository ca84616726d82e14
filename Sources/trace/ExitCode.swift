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
    case .disagreement: "gradients disagree, no finite cost or a wrong answer"
    case .wrongCommandLine: "wrong command line"
    case .wrongLesson: "wrong file"
    case .unreadableFile: "unreadable file"
    case .writingFailed: "writing failed"
    }
  }
}
