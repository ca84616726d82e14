import Grading
import Lessons

/// A file that was handed in, with the answers that were read in it.
struct Paper {
  let file: Handed
  let handout: Handout
  private let lines: Int

  init(_ file: Handed, _ handout: Handout, _ bytes: [UInt8]) {
    (self.file, self.handout) = (file, handout)
    lines = bytes.count { $0 == 0x0A } + (bytes.last == 0x0A ? 0 : 1)
  }

  /// The files of each person, in the order of their names.
  static func byPerson(_ papers: [Paper], _ list: HandedOut?) -> [[Paper]] {
    var people: [[Paper]] = []
    // Only files in one folder of a person, or with one name, are compared.
    var places: [String: [Int]] = [:]
    for paper in papers {
      let key = paper.key
      let place = places[key]?.first { people[$0].allSatisfy { paper.isOfOnePerson(with: $0, list) } }
      if let place {
        people[place].append(paper)
      } else {
        places[key, default: []].append(people.count)
        people.append([paper])
      }
    }
    return people.map { $0.sorted { $0.file.name < $1.file.name } }
  }

  private var key: String {
    file.person == nil ? file.folder + "\0" + (handout.person?.lowercased() ?? file.path) : file.folder
  }

  /// Whether both have the same name in them, or are in the folder of one person, and are to the same numbers.
  private func isOfOnePerson(with other: Paper, _ list: HandedOut?) -> Bool {
    guard handout.source == other.handout.source, handout.variant == other.handout.variant else {
      return false
    }
    // Each of them may be in the list by the name of the file.
    if let list, list.has(file.stem), list.has(other.file.stem), file.stem != other.file.stem { return false }
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
  /// The name of the file without its ending.
  fileprivate var stem: String { lastPart(path).split(separator: ".").first.map(String.init) ?? "" }
}
