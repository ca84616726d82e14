/// A name that is given or defined, and what is known of it so far.
struct KnownQuantity {
  let name: Int
  /// Where it is given in the file, if it is.
  var givenPlace: Range<Int>?
  /// How many indices it has.
  var rank: Int?
  /// The entries that are known.
  var table: EntryTable?
  /// The lines that define it.
  var lines: [Int] = []
  /// Whether its numbers say which entry is meant, or are computed with.
  var isUsedAsIndex = false
  var isUsedAsNumber = false
  /// Whether a line that defines it has a problem.
  var isBroken = false

  init(name: Int) { self.name = name }

  var isGiven: Bool { givenPlace != nil }
}
