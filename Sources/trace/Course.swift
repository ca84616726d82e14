import Documents
import Lessons
import Texts

/// The lessons of a site, in their order.
struct Course {
  /// A lesson by the name that its files have.
  struct Entry {
    let name: String
    let source: LessonSource
  }

  /// The list that a folder may have, a name a line.
  private static let list = "index.txt"
  private static let ending = ".json"

  /// As it is given, or as the folder is called.
  let title: String?
  /// In place of that.
  let untitled: CoursePhrase
  private(set) var entries: [Entry]
  /// What is wrong with the list, as it is reported.
  private(set) var problems: String?
  /// How many lessons the list does not name.
  private(set) var leftOut = 0
  /// The files of the lessons, of those left out as well, and of the list.
  private(set) var paths: [String] = []

  /// The built-in lessons.
  init(title: String?) {
    (self.title, untitled) = (title, .builtIn)
    entries = Catalog.names.map { Entry(name: $0, source: .builtIn($0)) }
  }

  /// The lessons of a folder, without those of the folders in it.
  init(folder: String, title: String?) throws(CommandError) {
    let found: [String]
    do {
      found = try Folder.names(in: folder)
    } catch {
      throw .unreadable("'\(folder)'", error)
    }
    let own = Folder.name(of: folder)
    (self.title, untitled) = (title ?? (own.isEmpty ? nil : own), .untitled)
    entries = found.compactMap { file in
      let path = Folder.path(of: file, in: folder)
      guard file.hasSuffix(Self.ending), Folder.mayBeRegular(path) else { return nil }
      return Entry(name: String(file.dropLast(Self.ending.count)), source: .file(path))
    }
    guard !entries.isEmpty else { throw .noLessonIn(folder) }
    paths = entries.map { Folder.path(of: $0.name + Self.ending, in: folder) }
    if found.contains(Self.list) {
      let list = Folder.path(of: Self.list, in: folder)
      paths.append(list)
      try order(by: list)
    }
  }

  /// Keeps the lessons that a list names, in its order.
  private mutating func order(by path: String) throws(CommandError) {
    let file = try InputFile(regular: path, limit: Lesson.Limit.bytes)
    // Two names that differ in how an accent is encoded are one to the list, and are refused later.
    let known = Dictionary(grouping: entries, by: \.name)
    do {
      let list = try CourseList(file.bytes, of: known.keys.sorted())
      let count = entries.count
      entries = list.names.flatMap { known[$0] ?? [] }
      leftOut = count - entries.count
      problems = list.error?.description(path: harmless(path))
    } catch {
      throw .wrongLesson(report: error.description(path: harmless(path)))
    }
  }
}
