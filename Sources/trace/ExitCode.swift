/// The exit status of a run.
enum ExitCode: Int32, CaseIterable {
  case done = 0
  case disagreement = 1
  case wrongCommandLine = 64
  case wrongLesson = 65
  case unreadableFile = 66
  case writingFailed = 74

  /// All of them as `word` writes a number and what it stands for, with a sign between them.
  static func list(by sign: String = "; ", _ word: (Int32, ExitCode) -> String) -> String {
    allCases.map { word($0.rawValue, $0) }.joined(separator: sign)
  }
}
