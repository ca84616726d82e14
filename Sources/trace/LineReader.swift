#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Standard input, line by line.
struct LineReader {
  /// What is longer than this is cut.
  private static let longest = 1 << 16

  private var buffer: [UInt8] = []
  private var isAtEnd = false

  /// The next line, without its end; `nil` after the last.
  mutating func next() -> String? {
    var line: [UInt8] = []
    while true {
      if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
        line += buffer[..<end].prefix(Self.longest)
        buffer.removeSubrange(...end)
        return String(decoding: line.prefix(Self.longest), as: UTF8.self).filter { $0 != "\r" }
      }
      // The rest of a line that is too long is read, and not kept.
      if line.count < Self.longest { line += buffer }
      buffer.removeAll(keepingCapacity: true)
      if isAtEnd { return line.isEmpty ? nil : String(decoding: line.prefix(Self.longest), as: UTF8.self) }
      // What cannot be read is as good as the end.
      let piece = (try? readBytes(STDIN_FILENO, limit: 4096)) ?? []
      if piece.isEmpty { isAtEnd = true } else { buffer += piece }
    }
  }

  static var isTerminal: Bool { isatty(STDIN_FILENO) == 1 }
}
