#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that has been read, whole.
struct InputFile {
  private(set) var bytes: [UInt8] = []
  /// Which file on disk it is; `nil` for a pipe or a device.
  let identity: FileIdentity?

  /// Reads no further than one byte past `limit`, so that an endless file is too large and not a wait.
  init(path: String, limit: Int) throws(CommandError) {
    do {
      let descriptor = try uninterrupted { open(path, O_RDONLY) }
      defer { close(descriptor) }
      self = try InputFile(descriptor: descriptor, limit: limit)
    } catch {
      throw .unreadable("'\(path)'", error)
    }
    if bytes.count > limit { throw .tooLarge("'\(path)'") }
  }

  /// Reads a regular file, its links followed; nothing else is opened, and nothing is waited for.
  ///
  /// Reads a path that was not typed by the user, and so may lead anywhere.
  init(regular path: String, limit: Int) throws(CommandError) {
    do throws(SystemError) {
      // Some devices act as soon as they are opened.
      guard let status = try FileStatus(path: path) else { throw SystemError(code: ENOENT) }
      try status.checkIsRegular()
      let descriptor = try uninterrupted { open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC) }
      defer { close(descriptor) }
      // Something else may have come into its place.
      try FileStatus(descriptor: descriptor)?.checkIsRegular()
      self = try InputFile(descriptor: descriptor, limit: limit, waits: false)
    } catch {
      throw .unreadable("'\(path)'", error)
    }
    if bytes.count > limit { throw .tooLarge("'\(path)'") }
  }

  /// Reads standard input, to the same limit.
  init(standardInputTo limit: Int) throws(CommandError) {
    do {
      self = try InputFile(descriptor: STDIN_FILENO, limit: limit)
    } catch {
      throw .unreadable("standard input", error)
    }
    if bytes.count > limit { throw .tooLarge("standard input") }
  }

  private init(descriptor: Int32, limit: Int, waits: Bool = true) throws(SystemError) {
    identity = FileStatus(descriptor: descriptor)?.identity
    while bytes.count <= limit {
      let piece = try readBytes(descriptor, limit: min(1 << 16, limit + 1 - bytes.count), waits: waits)
      if piece.isEmpty { return }
      bytes += piece
    }
  }
}
