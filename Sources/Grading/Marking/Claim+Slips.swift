extension Claim {
  /// The number with two neighbours among its digits in each other's place, every way.
  var neighboursExchanged: [Double] {
    guard unit > 0, value != 0, value.isFinite, value.magnitude / unit < 1e15 else { return [] }
    let digits = Array(String(Int((value.magnitude / unit).rounded())))
    return digits.indices.dropFirst().compactMap { place in
      guard digits[place] != digits[place - 1] else { return nil }
      var other = digits
      other.swapAt(place, place - 1)
      return Double(String(other)).map { (value < 0 ? -$0 : $0) * unit }
    }
  }
}
