import Lessons

extension Arguments {
  /// What is to be derived; options that do not go together are refused.
  var derived: Settings.Derived {
    get throws(CommandError) {
      let asked = [Option.second, .hessian, .jacobian, .forward].filter(has)
      if has(.newton), !has(.hessian) { throw .newtonAlone }
      guard let first = asked.first else { return .gradient }
      let others: [Option] = [.only, .paths, .all, .example]
      if let other = asked.dropFirst().first ?? others.first(where: has) { throw .optionsApart(first, other) }
      if let name = self[.forward] { return .forward(by: name) }
      if let names = self[.jacobian]?.split(separator: " ").map(String.init) {
        guard names.count == 2 else { throw .missingValue(.jacobian, command, found: nil) }
        return .jacobian(of: names[0], by: names[1])
      }
      guard let names = self[.second].map(Self.names) else { return .hessian(newton: has(.newton)) }
      guard (1...2).contains(names.count), let first = names.first, let last = names.last,
        !first.isEmpty, !last.isEmpty
      else { throw .wrongPair(self[.second] ?? "") }
      return .second(first, last)
    }
  }

  /// Names with commas between them, but for those in brackets: w[1,2],b is two names.
  private static func names(_ text: String) -> [String] {
    var (names, depth) = ([""], 0)
    for character in text {
      if character == "[" { depth += 1 }
      if character == "]" { depth -= 1 }
      if character == ",", depth == 0 {
        names.append("")
      } else {
        names[names.count - 1].append(character)
      }
    }
    return names
  }
}
