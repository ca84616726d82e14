#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads the next bytes, no more than `limit`; none only at the end.
///
/// Without `waits`, it is an error if none are there yet.
func readBytes(_ descriptor: Int32, limit: Int, waits: Bool = true) throws(SystemError) -> [UInt8] {
  var bytes = [UInt8](repeating: 0, count: limit)
  while true {
    do {
      let count = try uninterrupted { read(descriptor, &bytes, limit) }
      bytes.removeLast(limit - count)
      return bytes
    } catch {
      guard waits, error.code == EAGAIN else { throw error }
      wait(for: POLLIN, of: descriptor)
    }
  }
}

/// Waits until an open file can be written or read: whoever started the command may have given it a pipe that does
/// not wait by itself.
func wait(for event: Int32, of descriptor: Int32) {
  var request = pollfd(fd: descriptor, events: Int16(event), revents: 0)
  poll(&request, 1, -1)
}
