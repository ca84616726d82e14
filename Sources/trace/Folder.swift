#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The files of a folder.
enum Folder {
  /// Whether there is a regular file at the path, or something that cannot be looked at.
  static func mayBeRegular(_ path: String) -> Bool {
    guard let status = try? FileStatus(path: path) else { return true }
    return status.isRegular
  }

  /// The names of all that is in it, in their order, hidden ones left out.
  static func names(in path: String) throws(SystemError) -> [String] {
    guard let folder = opendir(path) else { throw .last }
    defer { closedir(folder) }
    var names: [String] = []
    while true {
      // Only this tells the end from a failure.
      errno = 0
      guard let entry = readdir(folder) else {
        let error = SystemError.last
        if error.code != 0 { throw error }
        return names.sorted()
      }
      // The name ends in a zero, and the entry may end with it: to copy the whole field would read past the entry.
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) {
          String(cString: $0)
        }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
  }

  static func path(of name: String, in folder: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// The folder that a file is in, with the slash after it, and the name that it has there.
  static func split(_ path: String) -> (folder: String, name: String) {
    let end = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    return (String(path[..<end]), String(path[end...]))
  }

  /// The one path of a folder, whichever way it is reached, or of this one where it is empty; `nil` where there is none.
  static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path.isEmpty ? "." : path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// What it is called where it is, whichever way it is reached; empty for the root.
  static func name(of path: String) -> String {
    resolved(path)?.split(separator: "/").last.map(String.init) ?? ""
  }

  /// Makes the folder, and those that it is to be in.
  static func make(_ path: String) throws(CommandError) {
    do throws(SystemError) {
      for end in path.indices.dropFirst() where path[end] == "/" { try makeOne(String(path[..<end])) }
      try makeOne(path)
    } catch {
      throw .unwritable("'\(path)'", error)
    }
  }

  private static func makeOne(_ path: String) throws(SystemError) {
    if try FileStatus(path: path) != nil { return }
    // 0777: the umask of whoever runs the command decides, as for any new folder.
    do {
      _ = try uninterrupted { mkdir(path, 0o777) }
    } catch {
      // Somebody may have made it meanwhile.
      guard error.code == EEXIST, try FileStatus(path: path) != nil else { throw error }
    }
  }
}
