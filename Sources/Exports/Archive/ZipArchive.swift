/// An archive of files, each compressed if that makes it smaller (PKWARE, APPNOTE.TXT 6.3, sections 4.3.7 to 4.3.16).
///
/// The same files give the same bytes: no time is recorded, and all are dated to the first day that the format has.
package struct ZipArchive: Sendable {
  /// A file, and where it begins in the archive.
  fileprivate struct Entry {
    let name: [UInt8]
    let checksum, size, packedSize, offset: UInt32

    /// 8 is DEFLATE, and 0 the bytes as they are.
    var method: UInt32 { packedSize < size ? 8 : 0 }
  }

  private var entries: [Entry] = []
  private var files: [UInt8] = []

  /// An archive without files.
  package init() {}

  /// The most files, and the most bytes, that the plain format can number.
  private static let (mostFiles, mostBytes) = (Int(UInt16.max), Int(Int32.max))

  /// Adds a file; a folder in its name is separated by `/`.
  ///
  /// The result says whether there was room for it.
  package mutating func add(_ name: String, _ content: String) -> Bool {
    let (name, content) = (Array(name.utf8), Array(content.utf8))
    guard entries.count < Self.mostFiles, name.count < Int(UInt16.max),
      files.count + content.count + name.count < Self.mostBytes
    else { return false }
    let deflated = Deflate(content).bytes
    let packed = deflated.count < content.count ? deflated : content
    let entry = Entry(
      name: name, checksum: CyclicRedundancyCheck.of(content), size: UInt32(content.count),
      packedSize: UInt32(packed.count), offset: UInt32(files.count))
    entries.append(entry)
    files.append(4, 0x0403_4B50)
    files.append(headOf: entry)
    files += name
    files += packed
    return true
  }

  /// The whole archive.
  package var bytes: [UInt8] {
    var bytes = files
    for entry in entries {
      bytes.append(4, 0x0201_4B50)
      bytes.append(2, Self.version)
      bytes.append(headOf: entry)
      // No comment, the first disk, and no attributes.
      bytes.append(2, 0)
      bytes.append(2, 0)
      bytes.append(2, 0)
      bytes.append(4, 0)
      bytes.append(4, entry.offset)
      bytes += entry.name
    }
    let (start, size) = (UInt32(files.count), UInt32(truncatingIfNeeded: bytes.count - files.count))
    bytes.append(4, 0x0605_4B50)
    bytes.append(4, 0)
    bytes.append(2, UInt32(entries.count))
    bytes.append(2, UInt32(entries.count))
    bytes.append(4, size)
    bytes.append(4, start)
    bytes.append(2, 0)
    return bytes
  }

  /// 2.0: what is needed for folders and for DEFLATE.
  fileprivate static let version: UInt32 = 20
}

extension [UInt8] {
  /// The lowest bytes of a number, the lowest first.
  fileprivate mutating func append(_ count: Int, _ number: UInt32) {
    for place in 0..<count { append(UInt8(truncatingIfNeeded: number >> (8 * UInt32(place)))) }
  }

  /// What a file's own header and the list of all files have in common.
  fileprivate mutating func append(headOf entry: ZipArchive.Entry) {
    append(2, ZipArchive.version)
    // Names are UTF-8; at midnight; on 1 January 1980.
    append(2, 1 << 11)
    append(2, entry.method)
    append(2, 0)
    append(2, 1 << 5 | 1)
    append(4, entry.checksum)
    append(4, entry.packedSize)
    append(4, entry.size)
    append(2, UInt32(entry.name.count))
    append(2, 0)
  }
}

/// CRC-32 with the polynomial of IEEE 802.3, reflected.
enum CyclicRedundancyCheck {
  private static let table: [UInt32] = (0..<256).map { start in
    (0..<8).reduce(UInt32(start)) { rest, _ in rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1 }
  }

  /// The checksum of bytes.
  static func of(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { $0 >> 8 ^ table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] }
  }
}
