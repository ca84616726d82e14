import Formulas
import Lessons
import Texts

/// A lesson and the file that it comes from.
struct LessonFile {
  let lesson: WrittenLesson
  /// As it stands in the file.
  let bytes: [UInt8]
  /// Which file on disk it is, if it is one.
  let identity: FileIdentity?

  /// Reads it, for documents in `language` if one is asked for.
  ///
  /// `isNamedInFile` says that the path comes from a file, `resultIsNamedLater` that the command line says what is derived.
  init(
    _ source: LessonSource, isNamedInFile: Bool = false, resultIsNamedLater: Bool = false,
    language: Language? = nil
  ) throws(CommandError) {
    func read(_ bytes: [UInt8], path: String) throws(CommandError) -> WrittenLesson {
      try trace.read(bytes, path: path, resultIsNamedLater: resultIsNamedLater, language: language)
    }
    switch source {
    case .builtIn(let name):
      bytes = try builtInLesson(name)
      lesson = try read(bytes, path: "\(name).json")
      identity = nil
    case .file(let path):
      let file =
        isNamedInFile
        ? try InputFile(regular: path, limit: Lesson.Limit.bytes)
        : try InputFile(path: path, limit: Lesson.Limit.bytes)
      bytes = file.bytes
      lesson = try read(bytes, path: path)
      identity = file.identity
    case .typed(let graph):
      bytes = Array(graph.json.utf8)
      lesson = try read(bytes, path: "<arguments>")
      identity = nil
    case .standardInput:
      let file = try InputFile(standardInputTo: Lesson.Limit.bytes)
      bytes = file.bytes
      lesson = try read(bytes, path: "<stdin>")
      identity = file.identity
    }
  }
}

/// The file of a built-in lesson.
func builtInLesson(_ name: String) throws(CommandError) -> [UInt8] {
  guard let bytes = Catalog.source(of: name) else {
    throw .unknownLesson(name, suggestion: suggestion(for: name, among: Catalog.names))
  }
  return bytes
}

/// Writes the name and the title of every built-in lesson, one line each.
func listLessons(in language: Language) throws(CommandError) {
  let width = (Catalog.names.map(\.count).max() ?? 0) + 2
  var lines = ""
  for name in Catalog.names {
    let lesson = try read(builtInLesson(name), path: "\(name).json", language: language)
    lines += (lesson.title.map { padded(name, to: width) + $0 } ?? name) + "\n"
  }
  try StandardOutput.write { try $0.append(lines) }
}

private func read(
  _ bytes: [UInt8], path: String, resultIsNamedLater: Bool = false, language: Language? = nil
) throws(CommandError) -> WrittenLesson {
  do {
    return try WrittenLesson(json: bytes, resultIsNamedLater: resultIsNamedLater, language: language)
  } catch {
    throw .wrongLesson(report: error.description(path: harmless(path)))
  }
}
