#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Which file on disk: two paths with the same identity are one file.
struct FileIdentity: Hashable {
  let device: UInt64
  let number: UInt64
}

/// The attributes of a file, after following its links.
struct FileStatus {
  private let status: stat

  /// The result is `nil` where there is nothing at the path.
  init?(path: String) throws(SystemError) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      let error = SystemError.last
      if error.code == ENOENT { return nil }
      throw error
    }
    self.status = status
  }

  init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.status = status
  }

  /// A regular file's; nothing else can be overwritten by mistake.
  var identity: FileIdentity? {
    guard isRegular else { return nil }
    return FileIdentity(
      device: UInt64(truncatingIfNeeded: status.st_dev), number: UInt64(truncatingIfNeeded: status.st_ino))
  }

  /// Whether the path is a link, wherever it leads.
  static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// Whether both are of one file, or one folder.
  func isSame(as other: FileStatus) -> Bool {
    status.st_dev == other.status.st_dev && status.st_ino == other.status.st_ino
  }

  /// Throws if it is not a regular file.
  func checkIsRegular() throws(SystemError) {
    if isDirectory { throw SystemError(code: EISDIR) }
    if !isRegular { throw .noRegularFile }
  }

  var isRegular: Bool { status.st_mode & S_IFMT == S_IFREG }
  var isDirectory: Bool { status.st_mode & S_IFMT == S_IFDIR }
  var size: Int64 { Int64(status.st_size) }
  var permissions: mode_t { status.st_mode & 0o777 }
  var owner: (user: uid_t, group: gid_t) { (status.st_uid, status.st_gid) }
}
