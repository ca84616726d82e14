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
  let descriptor: Int32

  init(beside target: String) throws(SystemError) {
    let directory = Folder.split(target).folder
    var attempt = 0
    while true {
      let path = "\(directory).trace-\(getpid())-\(attempt).tmp"
      do {
        // 0666: the umask of whoever runs the command decides, as for any new file.
        descriptor = try uninterrupted { open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
        self.path = path
        Interruption.remove(path)
        return
      } catch {
        attempt += 1
        guard error.code == EEXIST, attempt < 100 else { throw error }
      }
    }
  }

  /// Makes sure that it is on disk, and puts it in the target's place.
  func move(to target: String) throws(SystemError) {
    _ = try uninterrupted { fsync(descriptor) }
    _ = try uninterrupted { rename(path, target) }
    Interruption.remove(nil)
    close(descriptor)
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
    var part = [UInt8](repeating: 0, count: whole)
    while piece.count < whole {
      let count = try uninterrupted { read(file, &part, whole - piece.count) }
      if count == 0 { break }
      piece += part.prefix(count)
    }
    return piece
  }

  func remove() {
    unlink(path)
    Interruption.remove(nil)
    close(descriptor)
  }
}

/// What is cleared away if the user, or the system, ends the command while it writes.
enum Interruption {
  /// Read by the signal handler, hence a plain pointer: the handler may neither allocate nor count references.
  nonisolated(unsafe) private static var path: UnsafeMutablePointer<CChar>?

  /// From now on an interruption removes this file, and no other.
  static func remove(_ newPath: String?) {
    let old = path
    path = newPath.flatMap { strdup($0) }
    free(old)
    guard newPath != nil else { return }
    for number in [SIGINT, SIGTERM, SIGHUP] {
      listen(to: number) { number in
        if let path = Interruption.path { unlink(path) }
        signal(number, SIG_DFL)
        raise(number)
      }
    }
  }
}
