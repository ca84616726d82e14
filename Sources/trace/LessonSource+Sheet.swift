/// A lesson that a sheet of answers names.
extension LessonSource {
  /// A file is looked for beside the sheet first, and then from here; a word that is no built-in lesson may be a file there, too.
  init(_ name: String, besides sheet: String) {
    self = LessonSource(name)
    guard name.first != "/", let end = sheet.lastIndex(of: "/") else { return }
    let folder = String(sheet[...end])
    switch self {
    case .file(let path): if Self.isThere(folder + path) { self = .file(folder + path) }
    case .builtIn(let word):
      let path = folder + word + ".json"
      if (try? builtInLesson(word)) == nil, Self.isThere(path) { self = .file(path) }
    case .standardInput, .typed: return
    }
  }

  private static func isThere(_ path: String) -> Bool { ((try? FileStatus(path: path)) ?? nil) != nil }
}
