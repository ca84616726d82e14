extension PythonExpression {
  /// Expressions that are alike but for their indices, as one expression in the letters of loops.
  ///
  /// `places` are the values that the letters have for each of them. An index has to be one of the letters, with the same
  /// number added everywhere. `nil` where they are not alike.
  init?(_ alike: [PythonExpression], letters: [String], places: [[Int]]) {
    guard let first = alike.first, alike.count == places.count else { return nil }
    guard alike.allSatisfy({ $0.head == first.head && $0.parts.count == first.parts.count }) else {
      return nil
    }
    func index(_ own: [Index]) -> Index? {
      let numbers = own.compactMap { if case .number(let value) = $0 { value } else { nil } }
      if numbers.count < own.count { return own.allSatisfy { $0 == own.first } ? own.first : nil }
      guard let start = numbers.first else { return nil }
      if numbers.allSatisfy({ $0 == start }) { return .number(start) }
      for (axis, letter) in letters.enumerated() {
        let offset = start - places[0][axis]
        if zip(numbers, places).allSatisfy({ $0 - $1[axis] == offset }) {
          return .letter(letter, plus: offset)
        }
      }
      return nil
    }
    /// The indices of all of them, one after the other.
    func indices(_ count: Int) -> [Index]? {
      let found = (0..<count).compactMap { place in
        index(alike.compactMap { $0.indices.indices.contains(place) ? $0.indices[place] : nil })
      }
      return found.count == count ? found : nil
    }
    guard let own = indices(first.indices.count) else { return nil }
    var parts: [PythonExpression] = []
    for place in first.parts.indices {
      guard
        let part = PythonExpression(alike.map { $0.parts[place] }, letters: letters, places: places)
      else { return nil }
      parts.append(part)
    }
    self = first.with(indices: own).with(parts: parts)
  }

  /// What has to be the same in expressions that are alike: all but indices and parts.
  private var head: PythonExpression {
    with(indices: indices.map { _ in .number(0) }).with(parts: parts.map { _ in .number("") })
  }

  private var indices: [Index] {
    switch self {
    case .name(_, let indices): indices
    case .softmax(_, at: let place): [place]
    case .number, .negative, .sum, .product, .quotient, .power, .call, .truth, .each: []
    }
  }

  private func with(indices: [Index]) -> PythonExpression {
    switch self {
    case .name(let name, _): .name(name, indices)
    case .softmax(let parts, at: let place): .softmax(parts, at: indices.first ?? place)
    case .number, .negative, .sum, .product, .quotient, .power, .call, .truth, .each: self
    }
  }

  /// Fewer terms than these are written out.
  private static let fewestTerms = 3

  /// The same with long sums, and other long lists of what is alike, as one term and loops over one or two letters.
  func folded(_ letters: ArraySlice<String>) -> PythonExpression {
    let parts = parts.map { $0.folded(letters) }
    guard parts.count >= Self.fewestTerms, canLoop, !parts.contains(where: \.hasLoop),
      let body = Self.loop(parts, letters)
    else { return with(parts: parts) }
    return with(parts: [body])
  }

  /// Whether it may have any number of arguments.
  private var canLoop: Bool {
    switch self {
    case .sum, .softmax, .call(.logSumExp, _), .call(.max, _), .call(.min, _): true
    case .number, .name, .negative, .product, .quotient, .power, .call, .truth, .each: false
    }
  }

  private var hasLoop: Bool {
    if case .each = self { return true }
    return parts.contains(where: \.hasLoop)
  }

  /// Terms of which an index grows by 1 from each to the next, in rows of the same length if they are not alike as they are.
  private static func loop(
    _ terms: [PythonExpression], _ letters: ArraySlice<String>
  ) -> PythonExpression? {
    guard let letter = letters.first, let start = firstChange(terms[0], terms[1]) else { return nil }
    let places = terms.indices.map { [start + $0] }
    if let body = PythonExpression(terms, letters: [letter], places: places), body != terms[0] {
      return .each(body, letter: letter, start...(start + terms.count - 1))
    }
    let rest = letters.dropFirst()
    guard !rest.isEmpty else { return nil }
    for length in 2..<terms.count where terms.count.isMultiple(of: length) {
      let rows = stride(from: 0, to: terms.count, by: length).compactMap {
        loop(Array(terms[$0..<($0 + length)]), [rest[rest.startIndex]])
      }
      if rows.count > 1, rows.count == terms.count / length, let rows = loop(rows, [letter]) { return rows }
    }
    return nil
  }

  /// The first index that is not the same in two expressions.
  private static func firstChange(_ first: PythonExpression, _ second: PythonExpression) -> Int? {
    for (one, other) in zip(first.indices, second.indices) where one != other {
      if case .number(let value) = one { return value }
    }
    for (one, other) in zip(first.parts, second.parts) {
      if let change = firstChange(one, other) { return change }
    }
    return nil
  }
}
