import Lessons

/// The pictures of a document, as files in a folder beside it.
struct Figures {
  private static let folder = "figures"

  /// The folder that they are in.
  private let path: String
  /// What their names begin with: that of the document, without `.md`.
  private let stem: String

  /// Those of a document at a path.
  init(beside document: String) {
    let (folder, name) = Folder.split(document)
    path = folder + Self.folder
    let ending = Format.markdown.ending
    stem = name.hasSuffix(ending) && name != ending ? String(name.dropLast(ending.count)) : name
  }

  /// What a link to one of them begins with, as the document has it.
  var link: String { Folder.path(of: stem, in: Self.folder) }

  /// Writes them, each all or nothing; one that would come out the same is not touched.
  ///
  /// Throws where one would be the file that is read.
  func write(
    _ figures: [(name: String, content: String)], besides input: FileIdentity?
  ) throws(CommandError) {
    guard !figures.isEmpty else { return }
    try Folder.make(path)
    for (name, content) in figures {
      let file = try OutputFile(path: Folder.path(of: stem + name, in: path))
      if let input, file.identity == input { throw .outputIsLesson(file.path) }
      _ = try file.update { try $0.append(content) }
    }
  }
}
