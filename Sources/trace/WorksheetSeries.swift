import Lessons
import Texts

/// Worksheets of the same lesson with other numbers each, as files in a folder: `--variants 1-30 --output DIR`.
struct WorksheetSeries {
  /// A class is smaller.
  private static let most: UInt64 = 1000

  /// The seeds.
  let variants: ClosedRange<UInt64>
  private let folder: String
  /// What the files are called before the seed, and their ending.
  private let (name, ending): (String, String)

  /// The series that the arguments ask for, if they do.
  init?(_ arguments: Arguments, _ document: DocumentRequest, isKey: Bool) throws(CommandError) {
    guard let variants = try arguments.variants(atMost: Self.most) else { return nil }
    guard let folder = arguments.output else { throw .missingOption(.output, arguments.command) }
    // Whoever names a file has one sheet in mind, and its ending chooses no format here.
    if (try? Format(endingOf: folder, for: arguments.command)) != nil { throw .noFolder(.output, folder) }
    guard let lesson = document.lesson.argument else { throw .unexpectedArgument("-") }
    self.variants = variants
    self.folder = folder
    name = plainName(ofLesson: lesson) + (isKey ? "-key" : "")
    ending = document.writing.format.ending
  }

  /// Makes the folder, if there is none.
  func makeFolder() throws(CommandError) {
    try Folder.make(folder)
  }

  /// Where the worksheet of a seed goes; the seeds are as long as the longest, so that the files are in order.
  func path(of seed: UInt64) -> String {
    let (digits, own) = (String(variants.upperBound).count, String(seed))
    return Folder.path(
      of: name + "-" + String(repeating: "0", count: digits - own.count) + own + ending, in: folder)
  }
}
