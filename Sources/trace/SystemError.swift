#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The reason for which a system call failed.
struct SystemError: Error, Equatable {
  let code: Int32

  /// The reason of the call that has just failed.
  static var last: SystemError { SystemError(code: errno) }

  /// The reason for which a pipe or a device is not even opened; no call fails with this code.
  static let noRegularFile = SystemError(code: -1)

  /// The reason in words.
  var reason: String {
    switch code {
    case Self.noRegularFile.code: "it is not a regular file"
    case ENOENT: "there is no such file"
    case EISDIR: "it is a directory"
    case ENOTDIR: "a part of its path is not a directory"
    case EACCES, EPERM: "permission denied"
    case ELOOP: "its symbolic links form a loop"
    case ENOSPC: "no space left on the device"
    case EFBIG: "the file would be too large"
    case EEXIST: "a file of that name exists already"
    case EROFS: "the file system is read-only"
    case ENAMETOOLONG: "its name is too long"
    case EBADF: "it is closed"
    case EAGAIN: "nothing can be read from it yet"
    default: String(cString: strerror(code))
    }
  }
}

/// Calls until the call is not interrupted by a signal, and throws its reason if it fails.
func uninterrupted<Result: SignedInteger>(_ call: () -> Result) throws(SystemError) -> Result {
  while true {
    let result = call()
    if result >= 0 { return result }
    let error = SystemError.last
    if error.code != EINTR { throw error }
  }
}
