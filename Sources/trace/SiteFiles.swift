import Lessons
import Texts

/// The names of the files that a lesson gets in a site; the worksheet's is kept for it also if the lesson is too large.
struct SiteFiles {
  /// What there is to download.
  static let downloads: [Format] = [.markdown, .latex, .text, .json]

  /// What a format is called in every language; `nil` for plain text.
  static func name(of format: Format) -> String? {
    switch format {
    case .markdown: "Markdown"
    case .latex: "LaTeX"
    case .html: "HTML"
    case .json: "JSON"
    case .csv: "CSV"
    case .beamer: "Beamer"
    case .notebook: "Jupyter"
    case .myst: "MyST"
    case .quarto: "Quarto"
    case .text, .slides: nil
    }
  }

  /// The list of all lessons.
  static let index = "index" + Format.html.ending
  /// The page of a lesson, from which the others are reached.
  let page: String
  /// The page to work it out on.
  let worksheet: String
  /// The lesson itself, which its answers are checked with; the ending of the trace alone is taken.
  let source: String
  private let name: String

  init(of name: String) {
    self.name = name
    page = name + Format.html.ending
    worksheet = name + "-worksheet" + Format.html.ending
    source = name + ".lesson" + Format.json.ending
  }

  /// What there is to download in a format.
  func download(_ format: Format) -> String { name + format.ending }

  /// All of them, the page first.
  private var all: [String] {
    [page, worksheet, source] + Self.downloads.map { download($0) }
  }

  /// Throws where two lessons would be written to one file, or a file could not have its name, before anything is.
  static func check(_ entries: [Course.Entry]) throws(CommandError) {
    var owners = [key(index): (file: index, lesson: String?.none)]
    var problems: [String] = []
    for entry in entries {
      let path = harmless(entry.source.path)
      for file in SiteFiles(of: entry.name).all {
        if file.utf8.count > mostBytes {
          problems.append(
            "\(path): error: the name is too long: \(harmless(file)) would have \(file.utf8.count) bytes, and the name of a file "
              + "has \(mostBytes) at most; give this lesson a shorter name")
          break
        }
        guard let other = owners.updateValue((file, entry.source.path), forKey: key(file)) else { continue }
        problems.append("\(path): error: \(collision(file, with: other))")
        break
      }
    }
    if !problems.isEmpty { throw .wrongLesson(report: problems.joined(separator: "\n")) }
  }

  /// The name of a file has so many bytes at most, on all common file systems.
  private static let mostBytes = 255

  private static func collision(_ file: String, with other: (file: String, lesson: String?)) -> String {
    let file = harmless(file)
    guard let lesson = other.lesson.map({ harmless($0) }) else {
      return "\(file) is the list of all lessons; give this lesson another name"
    }
    return Array(other.file.utf8) == Array(file.utf8)
      ? "\(file) is written for \(lesson) as well; give one of the two lessons another name"
      : "\(file) and \(harmless(other.file)) of \(lesson) are one file on some disks; give one of the two lessons "
        + "another name"
  }

  /// The same for names that some disks hold for one: in capital and small letters, with accents of their own or not.
  ///
  /// Strings are equal if they are canonically equivalent. Of a letter the small letter of its capital is taken, as far as
  /// each of them is one letter.
  private static func key(_ file: String) -> String {
    var key = ""
    for scalar in file.unicodeScalars {
      let capital = scalar.properties.uppercaseMapping.unicodeScalars
      // A dotless i is no i, although the capital of both is I.
      let upper = capital.count == 1 && scalar != "ı" ? capital.first ?? scalar : scalar
      let small = upper.properties.lowercaseMapping.unicodeScalars
      key.unicodeScalars.append(small.count == 1 ? small.first ?? upper : upper)
    }
    return key
  }
}
