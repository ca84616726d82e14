import Texts

/// A heading that says what the names of parameters below it stand for: `[gradient]`, `Gradients:`, `## Updated weights`.
struct ParameterHeading {
  /// What w1 stands for below the heading.
  enum Kind {
    /// The derivative of the cost with respect to it.
    case gradient
    /// Its value after the step.
    case new
  }

  let kind: Kind
  /// How far the lines below are indented; `nil` before the first of them.
  private var indentation: Int?

  /// Whether a line is a heading or a key with nothing behind it, whatever it says.
  static func isHeading(_ line: Cursor) -> Bool {
    let text = line.text(line.position..<min(line.end, line.position + 80)).trimmed { $0.isWhitespace }
    if text.hasPrefix("#") || text.hasPrefix("[") && text.hasSuffix("]") && !text.contains(where: \.isNumber)
    {
      return true
    }
    let bare = text.trimmed { "*_".contains($0) }
    return (bare.hasSuffix(":") || bare.hasSuffix("：")) && !bare.contains(where: \.isNumber)
  }

  /// `nil` for a heading of anything else.
  init?(_ line: Cursor) {
    guard line.end - line.position < 80 else { return nil }
    let text = line.text(line.position..<line.end).lowercased()
    let words = text.split { !$0.isLetter && $0 != "∇" }.map(String.init)
    guard (1...5).contains(words.count) else { return nil }
    if Self.says(words, Self.after), Self.says(words, Self.parameters) {
      kind = .new
    } else if Self.says(words, Self.gradients), !words.contains(where: Self.others.contains) {
      kind = .gradient
    } else {
      return nil
    }
  }

  /// Whether a key of JSON says it.
  static func kind(ofKey key: String) -> Kind? {
    if key == "updated" { return .new }
    let bytes = Array(key.utf8)
    return ParameterHeading(Cursor(bytes, bytes.indices))?.kind
  }

  /// Whether a line still stands below it: what is indented less does not.
  mutating func holds(_ line: Cursor, indentedBy blanks: Int) -> Bool {
    guard let indentation else {
      self.indentation = blanks
      return true
    }
    return blanks >= indentation
  }

  private static func says(_ words: [String], _ wanted: Set<String>) -> Bool {
    words.contains { word in
      wanted.contains(word) || wanted.contains { !($0.first?.isASCII ?? true) && word.contains($0) }
    }
  }

  private static let gradients: Set<String> = [
    "gradient", "gradients", "grad", "grads", "derivatives", "gradienten", "ableitungen", "∇c", "梯度", "导数",
  ]
  private static let after: Set<String> = [
    "new", "updated", "after", "neue", "neuen", "aktualisierte", "aktualisierten", "nach", "更新后", "新",
  ]
  private static let parameters: Set<String> = [
    "weights", "biases", "parameters", "params", "values", "step", "update", "gewichte", "parameter", "werte",
    "schritt", "参数", "权重", "偏置",
  ]
  /// What makes a step of it.
  private static let others: Set<String> = ["descent", "check", "gradientenabstieg", "下降"]
}

extension ParameterHeading {
  /// What a name stands for below the heading; `nil` for what is no parameter, or is said to be what the lesson gives.
  func meaning(of found: Statement, in bytes: [UInt8], _ names: any NameReading) -> NameMatch? {
    let value = Cursor(bytes, found.value)
    switch found.match {
    case .quantity(let name):
      guard names.isGiven(name) else { return nil }
      if let number = value.lastDecimal, let known = names.value(of: name),
        (number.value - known).magnitude <= number.unit / 2
      {
        return nil
      }
    case .array(let array): guard array.entries.first.map(names.isGiven) == true else { return nil }
    case .layers, .change, .ambiguous, .unknown: return nil
    }
    let name = value.text(found.name)
    switch kind {
    case .gradient: return TableLabel.derivative(by: name, names)
    case .new: return TableLabel.match("new " + name, names)
    }
  }
}
