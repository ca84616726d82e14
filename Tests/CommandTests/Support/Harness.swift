import Foundation
import Testing

/// The command as a shell sees it.
@Suite struct CommandTests {}

/// How a run ended, and what it said.
struct Outcome: Equatable {
  var status: Int32
  var output: String
  var errors: String
}

/// The binary is missing: nothing can be tested.
struct MissingCommand: Error, CustomStringConvertible {
  let path: String
  var description: String { "the command is not at \(path); 'swift build' makes it" }
}

/// The binary beside the test bundle.
func commandPath() throws -> String {
  #if os(macOS)
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
  #else
    let bundle = CommandLine.arguments.first.map { URL(fileURLWithPath: $0) }
  #endif
  let path = bundle?.deletingLastPathComponent().appendingPathComponent("trace").path ?? "trace"
  guard FileManager.default.isExecutableFile(atPath: path) else { throw MissingCommand(path: path) }
  return path
}

/// Runs the command by way of a shell, which does the redirections.
func trace(
  _ arguments: [String], _ redirections: String = "</dev/null", in folder: Folder? = nil
) throws -> Outcome {
  try shell("exec \"$0\" \"$@\" \(redirections)", arguments, in: folder)
}

/// Runs a shell script, in which `"$0"` is the command.
func shell(_ script: String, _ arguments: [String] = [], in folder: Folder? = nil) throws -> Outcome {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/bin/sh")
  process.arguments = ["-c", script, try commandPath()] + arguments
  if let folder { process.currentDirectoryURL = folder.url }
  let (output, errors) = (Pipe(), Pipe())
  process.standardOutput = output
  process.standardError = errors
  try process.run()
  let written = try output.fileHandleForReading.readToEnd() ?? Data()
  let complaints = try errors.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  return Outcome(
    status: process.terminationStatus, output: String(decoding: written, as: UTF8.self),
    errors: String(decoding: complaints, as: UTF8.self))
}

/// A folder of its own for one test, gone with it.
final class Folder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("trace-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: url.appendingPathComponent(name))
  }

  func text(of name: String) throws -> String {
    try String(contentsOf: url.appendingPathComponent(name), encoding: .utf8)
  }

  func path(of name: String) -> String { url.appendingPathComponent(name).path }

  /// Hidden files, too.
  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() }
  }
}
