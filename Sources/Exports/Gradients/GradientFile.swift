import Formulas
import Lessons
import Texts

/// The derivatives that another program has found, in 32 or 64 bits, as the dumper writes them.
public struct GradientFile: Sendable {
  /// By the names of the parameters: `w1[1,2]`.
  let derivatives: [String: Double]
  /// The lesson that the file names, if it does.
  public let lesson: String?
  /// Whether they were computed in 64 bits.
  let isDouble: Bool

  /// The key by which such a file is known.
  private static let mark = "precision"

  /// Reads a file; `nil` for what is no such file.
  public init?(json bytes: [UInt8]) {
    guard bytes.first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) == UInt8(ascii: "{"),
      let root = try? JSONValue(parsing: bytes), case .object(let members) = root.content,
      case .string(let precision)? = members.first(where: { $0.key == Self.mark })?.value.content
    else { return nil }
    isDouble = precision == "64 bits"
    lesson =
      if case .string(let name)? = members.first(where: { $0.key == "lesson" })?.value.content {
        name
      } else {
        nil
      }
    var found: [String: Double] = [:]
    for member in members {
      // dC/dw1, or dL/dW0[1,1] of a graph.
      guard member.key.hasPrefix("d"), let stroke = member.key.firstRange(of: "/d") else { continue }
      Self.add(member.value, String(member.key[stroke.upperBound...]), [], to: &found)
    }
    derivatives = found
  }

  private static func add(
    _ value: JSONValue, _ name: String, _ place: [Int], to found: inout [String: Double]
  ) {
    switch value.content {
    case .number(let text):
      found[name + (place.isEmpty ? "" : "[\(place.map(String.init).joined(separator: ","))]")] = Double(text)
    case .array(let elements):
      guard place.count < Indices.most else { return }
      for (index, element) in elements.enumerated() { add(element, name, place + [index + 1], to: &found) }
    case .null, .boolean, .string, .object: break
    }
  }
}
