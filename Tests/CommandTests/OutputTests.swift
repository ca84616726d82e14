import Foundation
import Synchronization
import Testing

@testable import trace

extension CommandTests {
  private static let chain = ["--lesson", "single-chain"]

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")),
    arguments: [chain, ["lessons"], ["lessons", "single-chain"], ["--help"], ["--version"]])
  func `A full disk is an error`(_ arguments: [String]) throws {
    let sentence = "error: cannot write standard output: no space left on the device\n"
    #expect(try trace(arguments, ">/dev/full") == Outcome(status: 74, output: "", errors: sentence))
  }

  @Test func `A closed standard output is an error`() throws {
    let sentence = "error: cannot write standard output: it is closed\n"
    #expect(try trace(Self.chain, ">&-") == Outcome(status: 74, output: "", errors: sentence))
  }

  @Test func `Closed standard streams do no harm to a file`() throws {
    let folder = try Folder()
    let outcome = try trace(Self.chain + ["--output", "a.md"], "<&- >&- 2>&-", in: folder)
    #expect(outcome.status == 0)
    #expect(try folder.text(of: "a.md") == trace(Self.chain).output)
  }

  @Test func `A reader who leaves early ends the command quietly`() throws {
    let folder = try Folder()
    // The pipe's only reader ends at once, and the command starts after that.
    let outcome = try shell(
      "{ sleep 0.2; \"$0\" --lesson single-chain; echo $? >status; } | :", in: folder)
    #expect(outcome == Outcome(status: 0, output: "", errors: ""))
    #expect(try folder.text(of: "status") == "0\n")
  }

  @Test func `A slow reader gets every byte, even from a pipe that does not wait`() throws {
    let pipe = Pipe()
    let descriptor = pipe.fileHandleForWriting.fileDescriptor
    #expect(fcntl(descriptor, F_SETFL, O_NONBLOCK) == 0)
    let reader = Reader(of: pipe.fileHandleForReading.fileDescriptor)
    let sent = (0..<100_000).map { "\($0)\n" }
    try DescriptorOutput.send(to: descriptor) { sink in
      for text in sent { try sink.append(text) }
    }
    try pipe.fileHandleForWriting.close()
    #expect(reader.text == sent.joined())
  }

  @Test func `At a terminal there is a hint that text reads better`() throws {
    let hint = "hint: --format text reads better in a terminal\r\n"
    #expect(try atTerminal(Self.chain, ">$tty 2>$tty").hasSuffix(hint))
    #expect(try !atTerminal(Self.chain + ["--format", "markdown"], ">$tty 2>$tty").contains("hint:"))
    #expect(try atTerminal(Self.chain, ">/dev/null 2>$tty").isEmpty)
  }

  @Test func `Gradients that disagree are exit status 1`() {
    #expect(CommandError.gradientsDisagree.exitCode.rawValue == 1)
    #expect(
      CommandError.gradientsDisagree.lines
        == ["error: the gradients disagree; the check in the document shows where"])
  }
}

/// What the command writes to a terminal, which the redirections call `$tty`; `before` is what the shell does first, and
/// `typing` what somebody types.
func atTerminal(
  _ arguments: [String], _ redirections: String, before: String = "", typing: String = ""
) throws -> String {
  var terminal: Int32 = -1
  // A terminal that nobody has open is at its end, and then the reader stops.
  var held: Int32 = -1
  #expect(openpty(&terminal, &held, nil, nil, nil) == 0)
  defer { close(terminal) }
  let path = String(cString: try #require(ttyname(held)))
  let reader = Reader(of: terminal)
  #expect(write(terminal, typing, typing.utf8.count) == typing.utf8.count)
  _ = try shell("\(before) tty=\(path); \"$0\" \"$@\" \(redirections)", arguments)
  close(held)
  return reader.text
}

/// Reads to the end, on a thread of its own.
private final class Reader: Sendable {
  private let bytes = Mutex<[UInt8]>([])
  private let end = DispatchSemaphore(value: 0)

  init(of descriptor: Int32) {
    Thread.detachNewThread { [self] in
      var chunk = [UInt8](repeating: 0, count: 4096)
      while case let count = read(descriptor, &chunk, chunk.count), count > 0 {
        bytes.withLock { $0 += chunk.prefix(count) }
      }
      end.signal()
    }
  }

  /// All of it; waits for the end.
  var text: String {
    end.wait()
    return bytes.withLock { String(decoding: $0, as: UTF8.self) }
  }
}
