import Formulas

/// The names and numbers of a lesson, each by the place where it is kept.
final class Lexicon {
  private(set) var names: [String] = []
  private(set) var numerals: [Numeral] = []
  /// The value of each numeral, where it is whole.
  private(set) var wholes: [Int?] = []
  private var places: [String: Int] = [:]

  /// e, which is Euler's number where a lesson says nothing else.
  let e: Int
  /// π.
  let pi: Int

  init() {
    e = 0
    pi = 1
    _ = number(of: "e")
    _ = number(of: "pi")
  }

  /// Where a name is kept; a new one is added.
  func number(of name: String) -> Int {
    if let place = places[name] { return place }
    names.append(name)
    places[name] = names.count - 1
    return names.count - 1
  }

  /// Where a name is kept, if it is.
  func known(_ name: String) -> Int? { places[name] }

  /// Keeps a number.
  func add(_ numeral: Numeral) -> Int {
    numerals.append(numeral)
    wholes.append(numeral.wholeNumber)
    return numerals.count - 1
  }

  /// Whether a name is one letter, as an index is: Latin, or Greek by itself.
  func isLetter(_ name: Int) -> Bool {
    names[name].utf8.count == 1 || Letters.greekNames.contains(names[name])
  }
}
