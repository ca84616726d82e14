import Synchronization

/// A name that a lesson gives to a quantity, such as `loss` or `x_hat`: as small as a number, for symbols are copied by the
/// millions.
///
/// The same text is the same word. A table of the process holds the texts, for as long as it runs.
public struct Word: Hashable, Sendable {
  /// Its place in the table.
  private let number: Int32

  private struct Table {
    var texts: [String] = []
    var numbers: [String: Int32] = [:]
  }

  private static let table = Mutex(Table())

  /// The word with this text.
  public init(_ text: String) {
    number = Self.table.withLock { table in
      if let known = table.numbers[text] { return known }
      let next = Int32(clamping: table.texts.count)
      table.texts.append(text)
      table.numbers[text] = next
      return next
    }
  }

  /// As the lesson writes it.
  public var text: String {
    Self.table.withLock { table in
      let place = Int(number)
      return table.texts.indices.contains(place) ? table.texts[place] : ""
    }
  }
}
