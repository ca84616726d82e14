/// The candidate that a misspelt word was probably meant to be, if there is one.
///
/// Case does not count. A short word may have one mistake, a longer one two or three; of equally near
/// candidates the first is taken.
public func suggestion(for word: String, among candidates: some Sequence<String>) -> String? {
  let written = Array(word.lowercased().unicodeScalars.prefix(longestWord + 1))
  guard !written.isEmpty, written.count <= longestWord else { return nil }
  let allowed = written.count <= 3 ? 1 : written.count <= 6 ? 2 : 3
  var best: (distance: Int, candidate: String)?
  for candidate in candidates {
    let meant = Array(candidate.lowercased().unicodeScalars)
    guard abs(meant.count - written.count) <= allowed else { continue }
    let distance = editDistance(written, meant)
    if distance <= allowed, distance < written.count, distance < best?.distance ?? .max {
      best = (distance, candidate)
    }
  }
  return best?.candidate
}

/// The longest word for which a suggestion is looked for, because comparing takes the square of its length.
package let longestWord = 64

/// How many scalars must be put in, left out, replaced or swapped with their neighbor to turn `a` into `b`.
///
/// This is the distance of Damerau (1964), in its restricted form: a swapped pair is not edited again.
private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var distance = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { distance = min(distance, beforeLast[j - 1] + 1) }
      row.append(distance)
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
