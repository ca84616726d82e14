import Texts

/// The members of one object of a lesson, by the keys that may be there.
struct Fields {
  /// What the object is, as a sentence names it: "layer 2".
  let place: String
  /// Where the object opens.
  let opening: Range<Int>
  fileprivate var members: [String: JSONMember] = [:]
  /// Known keys that an unknown one was probably meant to be: they are not missing, too.
  fileprivate var misspelt: Set<String> = []

  subscript(key: String) -> JSONValue? { members[key]?.value }

  /// Where the key is, if it is there.
  func keyRange(_ key: String) -> Range<Int>? { members[key]?.keyRange }

  /// Whether the key is there, or was probably meant.
  func mentions(_ key: String) -> Bool { members[key] != nil || misspelt.contains(key) }
}

extension LessonReader {
  /// The members of an object that may have these keys and no others.
  mutating func fields(of value: JSONValue, _ place: String, keys: [String], example: String) -> Fields? {
    guard case .object(let members) = value.content else {
      problems.add(at: value.range, "\(place) must be an object, such as \(example), but is \(value.kind)")
      return nil
    }
    let start = value.range.lowerBound
    var fields = Fields(place: place, opening: start..<min(start + 1, value.range.upperBound))
    let known = Set(keys)
    // A key that is there as well was not meant by another.
    lazy var absent = keys.filter { key in !members.contains { $0.key == key } }
    for member in members {
      if known.contains(member.key) {
        fields.members[member.key] = member
        continue
      }
      // To look for a suggestion takes longer than all the rest: only where it will be shown.
      let meant = problems.hasRoom(at: member.keyRange) ? meaning(of: member.key, among: absent) : nil
      if let probable = meant ?? (keys.count == 1 ? keys.first : nil) { fields.misspelt.insert(probable) }
      problems.add(
        at: member.keyRange, "\(place) has an unknown key \(quoted(member.key)); \(Self.hint(meant, keys))")
    }
    return fields
  }

  /// The value of a key that must be there.
  mutating func required(_ key: String, in fields: Fields, example: String) -> JSONValue? {
    if let value = fields[key] { return value }
    if !fields.mentions(key) {
      problems.add(
        at: fields.opening, "\(fields.place) has no \(quoted(key)); add it, as in \(quoted(key)): \(example)")
    }
    return nil
  }

  /// "did you mean "cost"?", or all there is to choose from.
  static func hint(_ meant: String?, _ all: [String]) -> String {
    if let meant { return "did you mean \(quoted(meant))?" }
    return all.count == 1 ? "the only choice is \(listed(all))" : "the choices are \(listed(all))"
  }

  private static func listed(_ words: [String]) -> String {
    let quotedWords = words.map(quoted)
    guard let last = quotedWords.last, words.count > 1 else { return quotedWords.joined() }
    return quotedWords.dropLast().joined(separator: ", ") + " and " + last
  }
}
