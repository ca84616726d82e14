/// A file beside a page, and the words that lead to it.
public struct PageLink: Hashable, Sendable {
  /// What is read.
  public let words: String
  /// The name of the file, as the disk has it.
  public let file: String

  /// Words that lead to a file; where they would be invisible, its name stands for them.
  public init(_ words: String, file: String) {
    self.words = words.withoutControls.allSatisfy(\.isWhitespace) ? file : words
    self.file = file
  }

  /// The name as an address.
  var address: String { Self.address(of: file) }

  /// A name as an address: all that could mean something else there is percent-encoded (RFC 3986, section 2.3).
  static func address(of file: String) -> String {
    var address = ""
    for byte in file.utf8 {
      let scalar = Unicode.Scalar(byte)
      if Self.unreserved.contains(scalar) {
        address.unicodeScalars.append(scalar)
      } else {
        address += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return address
  }

  private static let unreserved = Set(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".unicodeScalars)
}
