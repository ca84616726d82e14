/// What stands at the letter of a quantity: the numbers on the line, above, below and in brackets, as they were written.
struct WrittenPlace: Hashable {
  /// On the line, directly behind the letter: 13 of w13.
  var plain = ""
  /// Above, each group of numbers with whether it has parentheses or brackets.
  var raised: [Raised] = []
  /// Below: one group of digits, or several with commas between them.
  var lowered: [String] = []
  /// In brackets on the line; `nil` where there are none.
  var brackets: [String]?
  /// Behind @.
  var example = ""
  /// Whether a prime, a plus or a word says that it is the value after the step.
  var isNew = false

  struct Raised: Hashable {
    let digits: String
    let isEnclosed: Bool
  }

  /// The numbers in brackets and below it, as one list.
  var behind: [String] { (brackets ?? []) + lowered }
}
