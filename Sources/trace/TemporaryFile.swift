#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A new file in the directory of the one that it will replace.
struct TemporaryFile {
  let path: String
  /// Negative once it is closed.
  private(set) var descriptor: Int32

  init(beside target: String) throws(SystemError) {
    let directory = Folder.split(target).folder
    // A number of the process may come again, and in a container it is always the same: what a killed run has left
    // behind must not be in the way of the next. It is nobody's to remove, for its owner may be alive elsewhere.
    let path = "\(directory).trace-\(String(UInt64.random(in: 0 ... .max), radix: 36)).tmp"
    descriptor = try Interruption.heldBack { () throws(SystemError) in
      // 0666: the umask of whoever runs the command decides, as for any new file.
      let descriptor = try uninterrupted { open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
      Interruption.remove(path)
      return descriptor
    }
    self.path = path
  }

  /// Makes sure that it is on disk, and puts it in the target's place.
  ///
  /// The folder is not waited for: a power cut leaves the old file there or the new one, and each is whole.
  mutating func move(to target: String) throws(SystemError) {
    try settle()
    // A file system of the network may say only now that something was not written.
    try finish()
    _ = try uninterrupted { rename(path, target) }
    Interruption.remove(nil)
  }

  /// Waits until the bytes are on disk, where the file system can say that they are.
  private func settle() throws(SystemError) {
    do {
      _ = try uninterrupted { fsync(descriptor) }
    } catch {
      guard [EINVAL, ENOTSUP, EOPNOTSUPP, ENOSYS].contains(error.code) else { throw error }
    }
  }

  /// Closes it, once.
  private mutating func finish() throws(SystemError) {
    guard descriptor >= 0 else { return }
    defer { descriptor = -1 }
    guard close(descriptor) == 0 else {
      let error = SystemError.last
      // Interrupted, it is closed all the same; a second time it could be another file.
      if error.code != EINTR { throw error }
      return
    }
  }

  /// Whether its bytes are those of another file; one that cannot be read is another one.
  func isSame(as other: String) -> Bool {
    do {
      guard try FileStatus(path: path)?.size == FileStatus(path: other)?.size else { return false }
      let mine = try uninterrupted { open(path, O_RDONLY | O_CLOEXEC) }
      defer { close(mine) }
      let others = try uninterrupted { open(other, O_RDONLY | O_CLOEXEC) }
      defer { close(others) }
      while true {
        let piece = try bytes(of: mine)
        if try piece != bytes(of: others) { return false }
        if piece.isEmpty { return true }
      }
    } catch {
      return false
    }
  }

  /// The next bytes; fewer than a whole piece only at the end.
  private func bytes(of file: Int32) throws(SystemError) -> [UInt8] {
    let whole = 1 << 16
    var piece: [UInt8] = []
    while piece.count < whole {
      let more = try readBytes(file, limit: whole - piece.count)
      if more.isEmpty { break }
      piece += more
    }
    return piece
  }

  mutating func remove() {
    unlink(path)
    Interruption.remove(nil)
    try? finish()
  }
}

/// What is cleared away if the user, or the system, ends the command while it writes.
enum Interruption {
  /// Read by the signal handler, hence a plain pointer: the handler may neither allocate nor count references.
  nonisolated(unsafe) private static var path: UnsafeMutablePointer<CChar>?
  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  /// Does something that no interruption may come into; one that arrives meanwhile comes right after it.
  static func heldBack<Result>(_ action: () throws(SystemError) -> Result) throws(SystemError) -> Result {
    var (held, before) = (sigset_t(), sigset_t())
    sigemptyset(&held)
    for number in signals { sigaddset(&held, number) }
    sigprocmask(SIG_BLOCK, &held, &before)
    defer { sigprocmask(SIG_SETMASK, &before, nil) }
    return try action()
  }

  /// From now on an interruption removes this file, and no other.
  static func remove(_ newPath: String?) {
    let old = path
    path = newPath.flatMap { strdup($0) }
    free(old)
    guard newPath != nil else { return }
    for number in signals {
      listen(to: number) { number in
        if let path = Interruption.path { unlink(path) }
        signal(number, SIG_DFL)
        raise(number)
      }
    }
  }
}
