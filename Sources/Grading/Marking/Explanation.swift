/// One way to explain a person's numbers: the mistakes that were made, and the numbers that come from none.
struct Explanation {
  /// As numbers of `Marker.suspects`, in the order in which they were found.
  var suspects: [Int]
  /// Whether they are those of somebody with a habit, from the first to the last.
  var isHabitual = false
  /// Lines whose number is taken for a plain slip, or for a rounding that was too early.
  var slips: Set<Int>
  /// The whole derivation on this supposition.
  var run: Run
  var score: Double

  /// The first line that is still to be explained: its number follows from nothing, or not quite.
  ///
  /// Where every number follows, the first that does so only by a rare chance.
  var open: Int? {
    let lines = [run.unexplained, run.nearby].compactMap { lines in lines.first { !slips.contains($0) } }
    return lines.min() ?? (isHabitual ? nil : run.doubtful.first { !slips.contains($0) })
  }

  /// Whether there is a number that follows from nothing, and was not looked at.
  var leavesSomething: Bool { run.unexplained.contains { !slips.contains($0) } }
}
