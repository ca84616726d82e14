import Texts

/// One line of a graph, read: `z[i] = sum(k[p]*x[i+p-1], p) + b for i in 1...4`.
struct WrittenDefinition {
  /// How far a letter runs, where it is said: `i in 1...4`.
  struct LetterRange {
    let letter: Int
    let place: Range<Int>
    let first: Expression
    let last: Expression
  }

  /// What is defined.
  let name: Int
  /// Where the name stands.
  let nameRange: Range<Int>
  /// Which entries, where it has some.
  let index: [Expression.Index]
  let body: Expression
  let ranges: [LetterRange]
  /// How many parts its expressions have.
  let partCount: Int
}
