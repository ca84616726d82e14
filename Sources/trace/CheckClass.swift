import Documents
import Formulas
import Grading
import Lessons
import Texts

/// Judges many files, each by one person.
///
/// Files that cannot be read are reported; the others are judged.
func checkClass(_ request: CheckRequest, _ desk: inout Desk) throws(CommandError) {
  let output = try OutputFile(request.writing, besides: nil)
  let handedOut = try request.variants.map { path throws(CommandError) in try HandedOut(path: path) }
  let feedback = try request.feedback.map { path throws(CommandError) in try Feedback(path, request) }
  desk.handedOut = handedOut?.variants ?? []
  var unread: [(file: ClassReport.Unread, error: CommandError)] = []
  var read: Set<FileIdentity> = []
  var files: [(file: Handed, bytes: [UInt8])] = []
  for sheet in try Handed.all(in: request.answers, handedOut) {
    do throws(CommandError) {
      // A file that cannot be read is not overwritten either.
      if let identity = output?.identity, identity == (try? FileStatus(path: sheet.path))?.identity {
        throw CommandError.outputIsLesson(sheet.path)
      }
      if sheet.isEmptyFolder { throw CommandError.emptyFolder(sheet.path) }
      let file =
        sheet.isRegular
        ? try InputFile(ofAnswers: sheet.path)
        : try InputFile(regular: sheet.path, limit: AnswerSheet.byteLimit)
      if let identity = file.identity { read.insert(identity) }
      // A lesson in the folder is not a sheet of answers.
      if sheet.path.hasSuffix(".json"), (try? WrittenLesson(json: file.bytes)) != nil { continue }
      files.append((sheet, file.bytes))
    } catch {
      if case .outputIsLesson = error { throw error }
      unread.append((sheet.unread(person: nil), error))
    }
  }
  let headers = Paper.headers(files)
  var papers: [Paper] = []
  for (file, bytes) in files {
    do throws(CommandError) {
      let header = headers[file.folderOfPerson ?? ""].flatMap { $0.count == 1 ? $0.first : nil }
      papers.append(Paper(file, try desk.read(bytes, path: file.path, besides: header), bytes, header))
    } catch {
      let person = (try? AnswerSheet.front(of: bytes))?.person
      unread.append((file.unread(person: person), error))
    }
  }
  let students = Paper.byPerson(papers, handedOut).compactMap { papers -> ClassReport.Student? in
    guard var handout = Paper.joined(papers) else { return nil }
    var (assessor, assessment) = desk.judge(handout)
    let people = papers.compactMap(\.handout.person) + papers.compactMap(\.file.person)
    let names = papers.map(\.file.name)
    // Who has the numbers of the list may have left out its seed.
    if handout.variant == nil,
      let seed = handedOut?.variant(of: ClassReport.names(people: people, files: names)),
      let other = try? Paper.joined(papers.map { try $0.read(by: &desk, listed: seed) })
    {
      let second = desk.judge(other)
      if second.1.count(.correct) > assessment.count(.correct) {
        (handout, (assessor, assessment)) = (other, second)
      }
    }
    return ClassReport.Student(
      files: names, people: people, exercise: assessor.exercise, lesson: handout.lesson,
      variant: handout.variant, handedOut: handedOut, assessment: assessment)
  }
  try desk.checkKeepsLessons(output)
  let report = ClassReport(
    students: students, unread: unread.map(\.file), reveals: request.reveals, rule: request.rule,
    handedOut: handedOut, in: request.writing.notation(in: desk.language))
  try feedback?.write(students, keeping: read, in: desk.language)
  try write(request.writing, to: output) { sink in
    switch request.writing.format {
    case .json: try sink.append(report.json)
    case .csv: try sink.append(report.marks)
    case .markdown, .latex, .html, .text, .beamer, .slides, .notebook, .myst, .quarto:
      try write(report.blocks, request.writing, in: desk.language, to: &sink)
    }
  }
  if let worst = unread.map(\.error.exitCode).max(by: { $0.rawValue < $1.rawValue }) {
    throw .someUnread(reports: unread.map { $0.error.lines.joined(separator: "\n") }, worst)
  }
  if students.contains(where: \.assessment.isToBeCorrected) { throw .answersWrong }
}

/// A file that was handed in.
struct Handed {
  let path: String
  /// The path, from the folder that was named.
  let name: String
  /// The person, if each person has a folder.
  let person: String?
  /// The folder of the person, whose folders hold more of the same person's files.
  var folderOfPerson: String? = nil
  /// Whether it is a file that holds bytes, and no pipe or device in a folder.
  var isRegular = true
  /// Whether it is a folder with nothing in it.
  var isEmptyFolder = false

  /// The files that are named, and those in folders, in the folders that are in these, and so on.
  ///
  /// The folder of a file that is named is its person's if the list has the person.
  static func all(in paths: [String], _ list: HandedOut?) throws(CommandError) -> [Handed] {
    var all: [Handed] = []
    for path in paths {
      guard try isFolder(path) else {
        let folder = path.split(separator: "/").dropLast().last.map { person(String($0)) }
        all.append(
          Handed(
            path: path, name: path == "-" ? "<stdin>" : lastPart(path),
            person: folder.flatMap { list?.person(of: [$0]) == nil ? nil : $0 },
            folderOfPerson: Folder.split(path).folder))
        continue
      }
      var found: [Handed] = []
      try add(path, name: "", depth: 0, list, to: &found)
      guard !found.isEmpty else { throw .emptyFolder(path) }
      all += found
    }
    return all
  }

  /// The deepest folder that is searched: a class, a group, a person, an attempt.
  private static let mostDepth = 4

  /// Adds the files of a folder.
  ///
  /// A folder below the first is one person's, with all that is in it, if it holds a file itself or nothing but attempts, or has
  /// the name of a submission or of a person in the list.
  private static func add(
    _ folder: String, name: String, of person: (name: String, folder: String)? = nil, depth: Int,
    _ list: HandedOut?, to all: inout [Handed]
  ) throws(CommandError) {
    do throws(SystemError) {
      let entries = try Folder.names(in: folder).map { entry in
        let path = Folder.path(of: entry, in: folder)
        return (name: entry, path: path, isFolder: (try? FileStatus(path: path))?.isDirectory == true)
      }
      let own = self.person(lastPart(folder))
      let isPerson =
        entries.contains { !$0.isFolder } || own != lastPart(folder) || list?.person(of: [own]) != nil
        || !entries.isEmpty && entries.allSatisfy { isAttempt($0.name) }
      let person = person ?? (depth > 0 && isPerson ? (name: own, folder: ofSubmissions(folder)) : nil)
      if depth > 0, entries.isEmpty {
        all.append(
          Handed(
            path: folder, name: String(name.dropLast()), person: person?.name ?? own, isEmptyFolder: true))
      }
      for entry in entries {
        guard entry.isFolder else {
          all.append(
            Handed(
              path: entry.path, name: name + entry.name, person: person?.name, folderOfPerson: person?.folder,
              isRegular: Folder.mayBeRegular(entry.path)))
          continue
        }
        // Whoever reads a folder as a file says that it could not be read.
        let unread = Handed(path: entry.path, name: name + entry.name, person: person?.name)
        guard depth < mostDepth, !FileStatus.isLink(entry.path) else {
          all.append(unread)
          continue
        }
        do throws(CommandError) {
          try add(entry.path, name: name + entry.name + "/", of: person, depth: depth + 1, list, to: &all)
        } catch {
          all.append(unread)
        }
      }
    } catch {
      throw .unreadable("'\(folder)'", error)
    }
  }

  /// What is said of it if it cannot be read.
  func unread(person: String?) -> ClassReport.Unread {
    ClassReport.Unread(file: name, people: [person, self.person].compactMap { $0 })
  }

  /// Whether a folder holds one of several tries of a person: `attempt1`, `Versuch 2`, `try-3`, `第2次`.
  private static func isAttempt(_ folder: String) -> Bool {
    let word = folder.lowercased().filter { !$0.isNumber && !" -_#.()".contains($0) }
    return folder.contains(where: \.isNumber)
      && ["attempt", "try", "version", "v", "submission", "versuch", "abgabe", "第次", "尝试", "提交"].contains(
        word)
  }

  /// What the folders of one person's submission have in common: a learning platform has one for files and one for text.
  private static func ofSubmissions(_ folder: String) -> String {
    folder.firstRange(of: "_assignsubmission_").map { String(folder[..<$0.lowerBound]) } ?? folder
  }

  /// The person's name in the name of a folder: learning platforms have `Ada Lovelace_123456_assignsubmission_file`.
  private static func person(_ folder: String) -> String {
    guard let mark = folder.firstRange(of: "_assignsubmission_") else { return folder }
    let before = folder[..<mark.lowerBound]
    let digits = before.reversed().prefix { $0.isNumber }.count
    return String(before.dropLast(digits).reversed().drop { $0 == "_" }.reversed())
  }
}

extension HandedOut {
  fileprivate init(path: String) throws(CommandError) {
    let bytes = try InputFile(path: path, limit: AnswerSheet.byteLimit).bytes
    do {
      try self.init(bytes)
    } catch {
      throw .wrongLesson(report: LessonError(error, in: bytes).description(path: path))
    }
  }
}

/// A report for each person, in a folder.
private struct Feedback {
  private let folder: String
  private let request: CheckRequest
  private let format: Format

  init(_ folder: String, _ request: CheckRequest) throws(CommandError) {
    self.folder = folder
    self.request = request
    switch request.writing.format {
    case .markdown, .latex, .html: format = request.writing.format
    case .text: format = request.writing.isFormatByDefault ? .html : .text
    // Feedback is for people, so formats for programs are replaced by HTML; the request has refused slides and notebooks.
    case .json, .csv, .beamer, .slides, .notebook, .myst, .quarto: format = .html
    }
    try Folder.make(folder)
  }

  /// Writes the reports; throws if one would overwrite a file that was handed in.
  func write(_ students: [ClassReport.Student], keeping read: Set<FileIdentity>, in language: Language)
    throws(CommandError)
  {
    var taken: Set<String> = []
    for student in students {
      var name = student.nameOfFeedback
      var number = 2
      while !taken.insert(name.lowercased()).inserted {
        name = "\(student.nameOfFeedback)-\(number)"
        number += 1
      }
      var writing = request.writing
      writing.format = format
      let output = try OutputFile(path: Folder.path(of: name + format.ending, in: folder))
      if let identity = output.identity, read.contains(identity) {
        throw .feedbackIsSheet(output.path)
      }
      let blocks = student.report(
        reveals: request.reveals, rule: request.rule, in: writing.notation(in: language)
      ).blocks
      try output.write { try trace.write(blocks, writing, in: language, to: &$0) }
    }
  }
}
