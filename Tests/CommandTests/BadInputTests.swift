import Foundation
import Lessons
import Testing
import Texts

@testable import trace

/// What people feed the command by mistake, and what they are told.
///
/// With TRACE_RECORD=1 in the environment the messages are written anew; that run fails, so that it is not taken for a
/// pass. What it has written is to be read as the person who made the mistake.
@Test(arguments: BadInputTable.all.filter { $0.arguments != nil })
func `A bad file gets the message that is kept`(table: BadInputTable) throws {
  let arguments = try #require(table.arguments)
  var caller = Caller()
  try check(table) { row in try caller.outcome(arguments, row.file) }
}

extension CommandTests {
  @Test(arguments: BadInputTable.all.filter { $0.arguments == nil })
  func `A bad command line gets the message that is kept`(table: BadInputTable) throws {
    try check(table) { row in
      // What is refused for its words alone takes no process; a few do it all the same.
      if row.title != table.rows.first?.title, let words = row.words, let refusal = refusal(of: words) {
        return refusal
      }
      return try shell("trace() { \"$0\" \"$@\"; }; exec </dev/null; \(row.script)", in: Folder())
    }
  }

  @Test func `A process says the same of a bad file as the calls that it makes`() throws {
    for table in BadInputTable.all {
      guard let arguments = table.arguments, let row = table.rows.first else { continue }
      let folder = try Folder()
      let name = try #require(arguments.first { $0.contains(".") })
      try Data(row.file).write(to: folder.url.appending(path: name))
      let outcome = try trace(arguments, in: folder)
      #expect(lines(of: outcome) == row.message && outcome.status == row.status, "\(row.title)")
      #expect(outcome.output.isEmpty)
    }
  }
}

/// How a run ends that does not get beyond its words; `nil` where they ask for something.
private func refusal(of words: [String]) -> Outcome? {
  do throws(CommandError) {
    _ = try Request(words)
    return nil
  } catch {
    return Outcome(error)
  }
}

extension Outcome {
  /// A run that ends with this.
  fileprivate init(_ error: CommandError) {
    let errors = error.lines.map { harmless($0) + "\n" }.joined()
    self.init(status: error.exitCode.rawValue, output: "", errors: errors)
  }
}

/// Holds the rows of a table to what is kept, or writes it anew.
private func check(_ table: BadInputTable, _ run: (BadInput) throws -> Outcome) throws {
  var now = table
  for (index, row) in table.rows.enumerated() {
    let outcome = try run(row)
    #expect(outcome.output.isEmpty, "\(row.title)")
    (now.rows[index].status, now.rows[index].message) = (outcome.status, lines(of: outcome))
  }
  if ProcessInfo.processInfo.environment["TRACE_RECORD"] != nil {
    try now.record()
    Issue.record("recorded \(table.name); run the tests again without TRACE_RECORD")
    return
  }
  for (kept, now) in zip(table.rows, now.rows) {
    #expect(kept.status == now.status, "\(kept.title)")
    #expect(kept.message == now.message, "\(kept.title)")
  }
}

/// The lines of standard error, without blanks at their ends.
private func lines(of outcome: Outcome) -> [String] {
  outcome.errors.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    .map { String($0.reversed().drop { $0 == " " }.reversed()) }
}

/// Makes the calls that the command makes: a process for each of hundreds of files would take a while.
private struct Caller {
  private var desk: Desk?

  mutating func outcome(_ arguments: [String], _ file: [UInt8]) throws -> Outcome {
    do throws(CommandError) {
      switch try Request(arguments) {
      case .workedExample(let request): try work(request, file)
      case .check(let request):
        var desk = desk ?? Desk(request)
        defer { self.desk = desk }
        _ = try desk.read(file, path: request.answers[0])
      default: Issue.record("no table of \(arguments)")
      }
      return Outcome(status: 0, output: "", errors: "")
    } catch {
      return Outcome(error)
    }
  }

  private func work(_ request: WorkedExampleRequest, _ file: [UInt8]) throws(CommandError) {
    let lesson: WrittenLesson
    do {
      lesson = try WrittenLesson(json: file)
    } catch {
      throw .wrongLesson(report: error.description(path: request.document.lesson.argument ?? "<stdin>"))
    }
    do {
      _ = try WorkedExample(lesson, settings: request.settings)
    } catch {
      throw CommandError(error)
    }
  }
}
