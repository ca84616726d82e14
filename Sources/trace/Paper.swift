import Grading
import Lessons

/// A file that was handed in, with the answers that were read in it.
struct Paper {
  let file: Handed
  let handout: Handout
  private let bytes: [UInt8]
  /// What another file of the person says that the answers are for.
  private let header: AnswerSheet.Header?

  init(_ file: Handed, _ handout: Handout, _ bytes: [UInt8], _ header: AnswerSheet.Header?) {
    (self.file, self.handout, self.bytes, self.header) = (file, handout, bytes, header)
  }

  private var lines: Int { bytes.count { $0 == 0x0A } + (bytes.last == 0x0A ? 0 : 1) }

  /// The same with the numbers of a variant, if the file names none.
  func read(by desk: inout Desk, listed: UInt64) throws(CommandError) -> Paper {
    Paper(
      file, try desk.read(bytes, path: file.path, besides: header, listed: listed), bytes, header)
  }

  /// What the files in the folder of each person say that they are for.
  static func headers(_ files: [(file: Handed, bytes: [UInt8])]) -> [String: Set<AnswerSheet.Header>] {
    var headers: [String: Set<AnswerSheet.Header>] = [:]
    for (file, bytes) in files {
      guard let folder = file.folderOfPerson, let header = (try? AnswerSheet.front(of: bytes))?.header else {
        continue
      }
      headers[folder, default: []].insert(header)
    }
    return headers
  }

  /// The files of each person, in the order of their names.
  static func byPerson(_ papers: [Paper], _ list: HandedOut?) -> [[Paper]] {
    var people: [[Paper]] = []
    // Only files in one folder of a person, or with one name, are compared.
    var places: [String: [Int]] = [:]
    for paper in papers {
      let key = paper.key(list)
      let place = places[key]?.first { people[$0].allSatisfy { paper.isOfOnePerson(with: $0, list) } }
      if let place {
        people[place].append(paper)
      } else {
        places[key, default: []].append(people.count)
        people.append([paper])
      }
    }
    return people.map { $0.sorted { $0.file.isBefore($1.file) } }
  }

  private func key(_ list: HandedOut?) -> String {
    if let person = listed(list) { return "\0" + person }
    return file.person == nil
      ? file.folder + "\0" + (handout.person?.lowercased() ?? file.path) : file.folderOfPerson ?? file.folder
  }

  /// The person in the list, by all names that are known.
  private func listed(_ list: HandedOut?) -> String? {
    list?.person(
      of: ClassReport.names(people: [handout.person, file.person].compactMap { $0 }, files: [file.name]))
  }

  /// Whether both have the same name in them or in the list, or are in the folder of one person, and are to the same numbers.
  private func isOfOnePerson(with other: Paper, _ list: HandedOut?) -> Bool {
    guard handout.source == other.handout.source, handout.variant == other.handout.variant else {
      return false
    }
    if let person = listed(list) { return person == other.listed(list) }
    if let own = handout.person, let name = other.handout.person {
      return own.lowercased() == name.lowercased()
    }
    return file.person != nil
  }

  /// The answers of all files of a person.
  static func joined(_ papers: [Paper]) -> Handout? {
    guard var handout = papers.first?.handout else { return nil }
    if papers.count > 1 {
      handout.sheet = AnswerSheet(
        joining: papers.map { (name: $0.file.name, lines: $0.lines, sheet: $0.handout.sheet) })
    }
    return handout
  }
}

extension Handed {
  /// The folder in which the file is.
  fileprivate var folder: String { String(path.prefix(path.count - lastPart(path).count)) }

  /// Whether it comes first in the order of names in which 2 is before 10.
  fileprivate func isBefore(_ other: Handed) -> Bool {
    let (own, others) = (Self.parts(name), Self.parts(other.name))
    for (first, second) in zip(own, others) where first != second {
      guard let a = UInt64(first), let b = UInt64(second), a != b else { return first < second }
      return a < b
    }
    return own.count < others.count
  }

  /// Runs of digits, and what is between them.
  private static func parts(_ name: String) -> [Substring] {
    var parts: [Substring] = []
    var start = name.startIndex
    for place in name.indices.dropFirst() {
      let areDigits = (name[place].isWholeNumber, name[name.index(before: place)].isWholeNumber)
      if areDigits.0 != areDigits.1 {
        parts.append(name[start..<place])
        start = place
      }
    }
    return parts + [name[start...]]
  }
}
