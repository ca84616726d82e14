import Lessons
import Texts
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Makes failures of the system into results of calls, where they can be told apart.
func prepareProcess() {
  // A reader who leaves is EPIPE, a limit on the size of files is EFBIG, and neither is the end of the process.
  signal(SIGPIPE, SIG_IGN)
  signal(SIGXFSZ, SIG_IGN)
}

/// Where documents, help and lists go.
enum StandardOutput {
  /// Writes all that `produce` appends; the result says whether there is still a reader.
  @discardableResult
  static func write(_ produce: (inout DescriptorOutput) throws -> Void) throws(CommandError) -> Bool {
    do {
      return try DescriptorOutput.send(to: STDOUT_FILENO, produce)
    } catch {
      throw .unwritable("standard output", error)
    }
  }

  /// Ends it: a file system of the network may say only now that something was not written.
  static func finish() throws(CommandError) {
    guard close(STDOUT_FILENO) != 0 else { return }
    let error = SystemError.last
    // Where it was closed from the beginning, nothing was written; interrupted, it is closed all the same.
    if error.code != EBADF, error.code != EINTR { throw .unwritable("standard output", error) }
  }

  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
}

/// Where errors and hints go.
enum StandardError {
  /// Writes the lines; a failure is ignored, because it cannot be reported.
  static func write(_ lines: [String]) {
    _ = try? DescriptorOutput.send(to: STDERR_FILENO) {
      try $0.append(lines.map { harmless($0) + "\n" }.joined())
    }
  }

  /// Writes a piece of a line, which is the program's own text; a failure is passed over as well.
  static func send(_ text: String) {
    _ = try? DescriptorOutput.send(to: STDERR_FILENO) { try $0.append(text) }
  }

  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}
