#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file written all or nothing: whatever fails, an older file at the path is as it was.
struct OutputFile {
  let path: String
  private let existing: FileStatus?

  init(path: String) throws(CommandError) {
    self.path = path
    do throws(SystemError) {
      existing = try FileStatus(path: path)
    } catch {
      throw .unwritable("'\(path)'", error)
    }
    if existing?.isDirectory == true { throw .unwritable("'\(path)'", SystemError(code: EISDIR)) }
  }

  /// Whether there is something at the path.
  var exists: Bool { existing != nil }

  /// Which file would be replaced.
  var identity: FileIdentity? { existing?.identity }

  /// Whether both are one file, also where there is none yet.
  func isSame(as other: OutputFile) -> Bool {
    if identity != nil || other.identity != nil { return identity == other.identity }
    let (own, their) = (Folder.split(path), Folder.split(other.path))
    return own.name == their.name && Folder.resolved(own.folder) == Folder.resolved(their.folder)
  }

  /// Throws what keeps a file from being written there, as far as it can be known beforehand.
  func checkCanWrite() throws(CommandError) {
    if let existing, !existing.isRegular { return }
    do {
      var temporary = try TemporaryFile(beside: targetOfLinks())
      temporary.remove()
    } catch {
      throw .unwritable("'\(path)'", error)
    }
  }

  /// Writes all that `produce` appends.
  func write(_ produce: (inout DescriptorOutput) throws -> Void) throws(CommandError) {
    do {
      if let existing, !existing.isRegular {
        try writeInPlace(produce)
      } else {
        try replace(unlessSame: false, produce)
      }
    } catch {
      throw .unwritable("'\(path)'", error)
    }
  }

  /// Writes all that `produce` appends, unless these very bytes are there already; the result says whether it did.
  func update(_ produce: (inout DescriptorOutput) throws -> Void) throws(CommandError) -> Bool {
    do {
      if let existing, !existing.isRegular {
        try writeInPlace(produce)
        return true
      }
      return try replace(unlessSame: true, produce)
    } catch {
      throw .unwritable("'\(path)'", error)
    }
  }

  /// For a device or a named pipe, which must stay what it is.
  private func writeInPlace(_ produce: (inout DescriptorOutput) throws -> Void) throws {
    let descriptor = try uninterrupted { open(path, O_WRONLY) }
    defer { close(descriptor) }
    try DescriptorOutput.send(to: descriptor, produce)
  }

  /// Writes a new file beside the old one, and puts it in its place when it is complete and on disk.
  @discardableResult
  private func replace(unlessSame: Bool, _ produce: (inout DescriptorOutput) throws -> Void) throws -> Bool {
    let target = try targetOfLinks()
    var temporary = try TemporaryFile(beside: target)
    do {
      if let existing {
        // Only root can give a file away; for others the owner is already the right one.
        _ = fchown(temporary.descriptor, existing.owner.user, existing.owner.group)
        _ = try uninterrupted { fchmod(temporary.descriptor, existing.permissions) }
      }
      // A file has no reader who could leave: without one it is not whole.
      guard try DescriptorOutput.send(to: temporary.descriptor, produce) else {
        throw SystemError(code: EPIPE)
      }
      if unlessSame, existing != nil, temporary.isSame(as: target) {
        temporary.remove()
        return false
      }
      try temporary.move(to: target)
      return true
    } catch {
      temporary.remove()
      throw error
    }
  }

  /// The file that any links lead to; if there is one already, it must be one that may be written.
  private func targetOfLinks() throws -> String {
    var target = path
    if FileStatus.isLink(path) {
      guard existing != nil else { throw DanglingLink() }
      guard let resolved = realpath(path, nil) else { throw SystemError.last }
      defer { free(resolved) }
      target = String(cString: resolved)
    }
    if existing != nil {
      do {
        _ = try uninterrupted { access(target, W_OK) }
      } catch {
        // The file was removed meanwhile, so a new one is written.
        guard error.code == ENOENT else { throw error }
      }
    }
    return target
  }
}

/// A link to a file that does not exist: a new file would replace the link.
private struct DanglingLink: Error, CustomStringConvertible {
  let description = "it is a link to a file that does not exist"
}

extension CommandError {
  /// The error for any failure to write.
  static func unwritable(_ name: String, _ error: any Error) -> CommandError {
    guard let error = error as? SystemError else { return .unwritable(name, reason: "\(error)") }
    return .unwritable(name, reason: error.code == ENOENT ? "its directory does not exist" : error.reason)
  }
}
