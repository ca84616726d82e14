/// A lesson that a sheet of answers names.
extension LessonSource {
  /// A file is looked for beside the sheet first, then in the folders above that, and then from here; a word that is no built-in
  /// lesson may be a file there, too.
  init(_ name: String, besides sheet: String) {
    self = LessonSource(name)
    guard name.first != "/" else { return }
    let file: String
    switch self {
    case .file(let path): file = path
    case .builtIn(let word):
      if (try? builtInLesson(word)) != nil { return }
      file = word + ".json"
    case .standardInput, .typed: return
    }
    for folder in Self.folders(above: sheet) where Self.isThere(folder + file) {
      self = .file(folder + file)
      return
    }
  }

  /// Whether it lies in a folder above that of a sheet, where it was found.
  func isAbove(_ sheet: String) -> Bool {
    guard case .file(let path) = self else { return false }
    return Self.folders(above: sheet).dropFirst().contains { path.hasPrefix($0) }
      && !Self.folders(above: sheet).prefix(1).contains { path.hasPrefix($0) }
  }

  /// A group and a class: a lesson is given to no more at once.
  private static let mostFoldersAbove = 2

  /// The folder of a sheet, and those above it, as far as its path names them.
  private static func folders(above sheet: String) -> [String] {
    var folders: [String] = []
    var end = sheet.lastIndex(of: "/")
    while let last = end, folders.count <= mostFoldersAbove {
      folders.append(String(sheet[...last]))
      end = sheet[..<last].lastIndex(of: "/")
    }
    return folders
  }

  private static func isThere(_ path: String) -> Bool { ((try? FileStatus(path: path)) ?? nil) != nil }
}
