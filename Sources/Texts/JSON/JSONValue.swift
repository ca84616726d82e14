/// A JSON value with the range of bytes that it was read from.
public struct JSONValue: Hashable, Sendable {
  /// One of the six kinds of JSON.
  public enum Content: Hashable, Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case boolean(Bool)
    /// The text, as it was written; neither too large nor too small for a double.
    case number(String)
    /// What the text between the quotation marks means, its escapes read.
    case string(String)
    /// The elements in their order.
    case array([JSONValue])
    /// The members in their order; no key is there twice.
    case object([JSONMember])
  }

  /// What the value is.
  public let content: Content
  private let start: Int32
  private let end: Int32

  /// The bytes of the text that the value was read from.
  public var range: Range<Int> { Int(start)..<Int(max(start, end)) }

  // A text has at most 16 MiB, and a large one has millions of values: their places are kept small.
  package init(_ content: Content, at range: Range<Int>) {
    self.content = content
    start = Int32(clamping: range.lowerBound)
    end = Int32(clamping: range.upperBound)
  }

  /// The value as a sentence names it: "a string", "the number 2.5".
  package var kind: String {
    switch content {
    case .null: "null"
    case .boolean(let value): value ? "true" : "false"
    case .number(let text): "the number \(shortened(text))"
    case .string(let text): "the string \(quoted(text))"
    case .array: "an array"
    case .object: "an object"
    }
  }
}

/// A key of a JSON object, with its value.
public struct JSONMember: Hashable, Sendable {
  /// The key, its escapes resolved.
  public let key: String
  /// The bytes of the key, its quotes included.
  public let keyRange: Range<Int>
  /// What the key stands for.
  public let value: JSONValue
}

/// The text in double quotes, cut where it is long.
package func quoted(_ text: String) -> String {
  "\"" + shortened(text) + "\""
}

/// The text, cut where it would drown the sentence that it is in.
package func shortened(_ text: String) -> String {
  let limit = 40
  let scalars = text.unicodeScalars
  guard let end = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex),
    end < scalars.endIndex
  else { return harmless(text) }
  return harmless(String(scalars[..<end])) + "…"
}
