import Foundation
import Testing

/// What somebody feeds the command by mistake, and what they are told.
struct BadInput: CustomTestStringConvertible {
  /// The mistake in words, after `=== `, or the command line itself, after `$ `.
  let title: String
  /// What follows in the table: the whole file, or what is changed in the good one.
  let given: [String]
  /// How the run ends.
  var status: Int32
  /// The whole of standard error, without blanks at the ends of its lines.
  var message: [String]
  /// The good file of the table; `nil` where each row gives a file of its own.
  let base: String?

  var testDescription: String { title }

  /// Whether the row is a command line by itself.
  var isCommand: Bool { title.hasPrefix("$ ") }

  /// What a shell is to run.
  var script: String { escaped(String(title.dropFirst(2))) }

  /// The words that the command gets, where a shell would do nothing but to take quotation marks away.
  var words: [String]? {
    let parts = script.components(separatedBy: "'")
    guard parts.count % 2 == 1 else { return nil }
    var words = [""]
    for (place, part) in parts.enumerated() {
      guard place % 2 == 0 else {
        words[words.count - 1] += part
        continue
      }
      guard !part.contains("  "), part.allSatisfy({ $0.isLetter || $0.isNumber || " -=./,@:+∇".contains($0) })
      else { return nil }
      let pieces = part.components(separatedBy: " ")
      words[words.count - 1] += pieces[0]
      words += pieces.dropFirst()
    }
    return words.first == "trace" ? Array(words.dropFirst()) : nil
  }

  /// The file that is read.
  var file: [UInt8] {
    get throws {
      if given.isEmpty { return [] }
      guard var text = base else { return bytes(given.joined(separator: "\n") + "\n") }
      for change in given {
        let parts = change.components(separatedBy: " →")
        let (old, new) = (try #require(parts.first), try #require(parts.last).drop { $0 == " " })
        #expect(parts.count == 2 && text.components(separatedBy: old).count == 2, "\(title): \(change)")
        text = text.replacingOccurrences(of: old, with: new)
      }
      return bytes(text + "\n")
    }
  }

  /// `{{40 × (}}` stands for forty of them.
  private func escaped(_ text: String) -> String {
    text.replacing(/\{\{(\d+) × (.*?)\}\}/) { match in
      String(repeating: String(match.2), count: Int(match.1) ?? 0)
    }
  }

  /// `\u{200B}` stands for a character that could not be seen, `\x{FF 00}` for bytes.
  private func bytes(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    var rest = Substring(escaped(text))
    while let match = rest.firstMatch(of: /\\([ux])\{([0-9A-F ]+)\}/) {
      result += Array(rest[..<match.range.lowerBound].utf8)
      for number in match.2.split(separator: " ").compactMap({ UInt32($0, radix: 16) }) {
        if match.1 == "x" {
          result.append(UInt8(truncatingIfNeeded: number))
        } else if let scalar = Unicode.Scalar(number) {
          result += Array(String(scalar).utf8)
        }
      }
      rest = rest[match.range.upperBound...]
    }
    return result + Array(rest.utf8)
  }
}

/// A file of them, for people to read: what is given, `--- STATUS`, what is said.
struct BadInputTable: CustomTestStringConvertible {
  let name: String
  /// What the rows have in common: a sentence about them, the command, and perhaps a good file.
  let head: [String]
  var rows: [BadInput] = []

  var testDescription: String { name }

  /// The arguments with which each file is read; `nil` where the rows are command lines.
  var arguments: [String]? {
    head.first { $0.hasPrefix("$ trace ") }?.split(separator: " ").dropFirst(2).map(String.init)
  }

  static let all = files.compactMap { try? BadInputTable($0) }

  static let files =
    ((try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? [])
    .sorted { $0.path < $1.path }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "BadInputs")

  init(_ file: URL) throws {
    name = file.deletingPathExtension().lastPathComponent
    let lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
    let isTable = lines.contains { $0.hasPrefix("=== ") }
    let starts = lines.indices.filter { lines[$0].hasPrefix(isTable ? "=== " : "$ ") }
    let first = starts.first ?? lines.endIndex
    head = Self.trimmed(lines[..<first])
    let command = head.firstIndex { $0.hasPrefix("$ ") } ?? head.endIndex
    let base = Self.trimmed(head[command...].dropFirst())
    for (start, end) in zip(starts, starts.dropFirst() + [lines.endIndex]) {
      let row = lines[start..<end]
      let rule = try #require(
        row.firstIndex { $0.wholeMatch(of: /--- \d+/) != nil }, "\(name): \(lines[start])")
      rows.append(
        BadInput(
          title: lines[start], given: Array(row[(start + 1)..<rule]),
          status: Int32(lines[rule].dropFirst(4)) ?? -1,
          message: Self.trimmed(row[(rule + 1)...]), base: base.isEmpty ? nil : base.joined(separator: "\n")))
    }
  }

  /// Without blank lines at either end.
  private static func trimmed(_ lines: ArraySlice<String>) -> [String] {
    let kept = lines.drop(while: \.isEmpty)
    return Array(kept.prefix((kept.lastIndex { !$0.isEmpty } ?? kept.startIndex - 1) + 1 - kept.startIndex))
  }

  /// Writes the table anew.
  func record() throws {
    let blocks = rows.map { [$0.title] + $0.given + ["--- \($0.status)"] + $0.message }
    let text = ([head] + blocks).map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
    try Data(text.utf8).write(to: Self.folder.appending(path: name + ".txt"))
  }
}
