import Texts

/// Values in comments of code, and dictionaries.
extension RewrittenLines {
  /// `f = q * z  # -12` says what came out, and so does `print(dW2)` above `# [[0.1 0.2]]`.
  mutating func readComments() {
    var written: [Line] = []
    /// Whether the line before shows something, or is a row of an array in a comment.
    var isShown = false
    for line in lines {
      if line.first == "#" || line.first == "/", let rest = Self.comment(line.text) {
        let isRow = rest.hasPrefix("[") && Self.isValue(rest, mayBeOpen: true)
        let isNumber = isShown && Self.isValue(rest)
        if Self.isEquation(rest) || isRow || isNumber {
          written.append(Line(text: rest, number: line.number))
          (isShown, isChanged) = (true, true)
          continue
        }
      } else if line.has("#") || line.has("%") || line.hasTwice("/"),
        let texts = Self.withComment(line.text)
      {
        written += texts.map { Line(text: $0, number: line.number) }
        (isShown, isChanged) = (true, true)
        continue
      }
      isShown = line.has("(") && line.text.contains("print(") || isShown && line.text.isEmpty
      written.append(line)
    }
    lines = written
  }

  /// What stands in a line that is all comment.
  private static func comment(_ line: String) -> String? {
    guard let match = line.wholeMatch(of: /\s*(?:#|\/\/)\s*(.*?)\s*/) else { return nil }
    return String(match.1)
  }

  /// Whether a comment is NAME = VALUE with one word before the sign.
  private static func isEquation(_ text: String) -> Bool {
    let sides = sides(text)
    guard sides.count > 1, let name = sides.first, let value = sides.last,
      name.split(separator: " ").count == 1
    else { return false }
    return isValue(value, mayBeOpen: true)
  }

  /// The lines that say what code and the comment behind it do; `nil` where the comment has no value.
  private static func withComment(_ line: String) -> [String]? {
    guard let match = line.firstMatch(of: /^(.*?\S)\s+(#|\/\/|%)\s*(\S.*)$/) else { return nil }
    let code = String(match.1)
    guard code.count(where: { $0 == "\"" }) % 2 == 0, code.count(where: { $0 == "'" }) % 2 == 0,
      match.2 != "%" || !line.contains("\\"), !code.hasSuffix(":"), !code.hasPrefix("|")
    else { return nil }
    let comment = String(match.3).replacing(
      /^(?:==?>?|->|→|≈|~|is|gives|about|approx\.?|result:|:)\s*/, with: "")
    let printed = code.wholeMatch(of: /\s*(?:>>> )?(?:print|disp|println)\((.*)\);?/)
    let result: String
    if isValue(comment, mayBeOpen: true) {
      result = comment
    } else if isEquation(comment) {
      return printed == nil ? [code, comment] : [comment]
    } else if let number = comment.firstMatch(of: /^([-−+]?[0-9]*\.[0-9]+(?:[eE][-+]?[0-9]+)?)(?=[\s,;(])/) {
      // A remark may follow the number.
      result = String(number.1)
    } else {
      return nil
    }
    if let printed {
      let names = printed.1.split(separator: ",")
      guard let name = names.last, names.count == 1 || names[0].contains(where: { "\"'".contains($0) }) else {
        return nil
      }
      return ["\(name.trimmed { $0.isWhitespace }) = \(result)"]
    }
    let sides = sides(code)
    guard let last = sides.last, !isValue(last, mayBeOpen: true) else { return nil }
    // A name alone is what an interactive program shows.
    guard sides.count > 1 || !code.contains(where: \.isWhitespace) else { return nil }
    return [code.trimmed { $0 == ";" } + " = " + result]
  }
}

extension RewrittenLines {
  /// grads = {'dw1': 0.1,⏎ 'dw2': 0.2} is a line for each of them, below its name if that says what they are.
  mutating func readDictionaries() { replace { $0.pair(at: $1) ?? $0.dictionary(at: $1) } }

  /// ('dw1', 0.1) in a line of its own.
  private func pair(at index: Int) -> Block? {
    guard lines[index].first == "(",
      let entry = lines[index].text.wholeMatch(of: /\s*\(\s*(?:'([^']+)'|"([^"]+)")\s*,\s*(.+)\),?\s*/),
      Self.isValue(entry.3)
    else { return nil }
    let key = entry.1 ?? entry.2 ?? ""
    return ([Line(text: "\(key) = \(entry.3)", number: lines[index].number)], index + 1)
  }

  private func dictionary(at start: Int) -> Block? {
    guard lines[start].has("{"),
      lines[start].has("'") || lines[start].has("\"") || lines[start].text.last == "{"
    else {
      return nil
    }
    let opening = /(\s*)(?:>>> |Out\[[0-9]+\]: ?)?(?:([^={}'"]+?)\s*=\s*)?(?:dict\()?\{\s*(?:['"].*)?/
    guard let match = lines[start].text.wholeMatch(of: opening) else { return nil }
    var (entries, depth, isOpen) = ([(text: String, number: Int)](), 0, true)
    var end = start
    var current = ""
    var number = lines[start].number
    let prefix = lines[start].text.prefix { $0 != "{" }
    lines: while end < min(lines.count, start + 256) {
      let text = end == start ? lines[end].text.dropFirst(prefix.count) : lines[end].text[...]
      for character in text {
        if "{[(".contains(character) { depth += 1 }
        if "}])".contains(character) { depth -= 1 }
        if depth == 0 {
          isOpen = false
          break
        }
        if character == ",", depth == 1 {
          entries.append((current, number))
          current = ""
        } else if character != "{" || depth > 1 {
          if current.isEmpty, character.isWhitespace { continue }
          if current.isEmpty { number = lines[end].number }
          current.append(character)
        }
      }
      end += 1
      if !isOpen { break lines }
      if !current.isEmpty { current.append(" ") }
    }
    guard !isOpen else { return nil }
    entries.append((current, number))
    let pairs = entries.compactMap { entry -> Line? in
      guard let pair = entry.text.wholeMatch(of: /\s*(?:'([^']+)'|"([^"]+)")\s*:\s*(.+?)\s*/),
        Self.isValue(pair.3)
      else { return nil }
      return Line(text: "\(pair.1 ?? pair.2 ?? "") = \(pair.3)", number: entry.number)
    }
    guard !pairs.isEmpty else { return nil }
    let name = match.2.map { String($0).trimmed { $0.isWhitespace } } ?? ""
    var isHeading = false
    if !name.isEmpty, ParameterHeading.kind(ofKey: name) != nil { isHeading = true }
    let blanks = String(match.1) + (isHeading ? "  " : "")
    let heading = isHeading ? [Line(text: "\(match.1)\(name):", number: lines[start].number)] : []
    return (heading + pairs.map { Line(text: blanks + $0.text, number: $0.number) }, end)
  }
}
