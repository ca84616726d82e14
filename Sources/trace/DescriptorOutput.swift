import Documents

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Text on its way to an open file, in pieces of 64 KiB.
struct DescriptorOutput: TextSink {
  private let descriptor: Int32
  private var buffer: [UInt8] = []

  private static let capacity = 1 << 16

  private init(_ descriptor: Int32) {
    self.descriptor = descriptor
    buffer.reserveCapacity(Self.capacity)
  }

  /// Writes all that `produce` appends, to the last byte; a reader who leaves early ends it quietly.
  ///
  /// The result says whether there is still a reader.
  @discardableResult
  static func send(to descriptor: Int32, _ produce: (inout Self) throws -> Void) throws -> Bool {
    var output = Self(descriptor)
    do {
      try produce(&output)
      try output.flush()
      return true
    } catch let error as SystemError where error.code == EPIPE {
      return false
    }
  }

  mutating func append(_ text: String) throws(SystemError) {
    try append(bytes: text.utf8)
  }

  mutating func append(bytes: some Sequence<UInt8>) throws(SystemError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.capacity { try flush() }
  }

  private mutating func flush() throws(SystemError) {
    defer { buffer.removeAll(keepingCapacity: true) }
    while !buffer.isEmpty {
      do throws(SystemError) {
        let count = try uninterrupted { write(descriptor, buffer, buffer.count) }
        // A device that takes nothing and gives no reason would be asked for ever.
        if count == 0 { throw SystemError(code: ENOSPC) }
        buffer.removeFirst(count)
      } catch {
        guard error.code == EAGAIN else { throw error }
        wait(for: POLLOUT, of: descriptor)
      }
    }
  }
}
