extension Exercise {
  /// Whether the answers, with so many digits, tell every mistake that was seen from every other and from none.
  ///
  /// Two that are the same in all exercises of the shape, such as a 2 that was forgotten and a ½ too many, do not count.
  package func tellsMistakesApart(digits: Int) -> Bool {
    let asked = asked
    let units = asked.map { values[$0].unit(digits: digits) }
    let answers =
      [asked.map { values[$0] }]
      + suspects().filter { $0.mistake.evidence.rawValue >= Mistake.Evidence.seldom.rawValue }.map {
        suspect in
        let values = derived(making: [suspect])
        return asked.map { values[$0] }
      }
    for (number, one) in answers.enumerated() {
      for other in answers[..<number] where Self.areAlike(one, other, units) && !Self.areEqual(one, other) {
        return false
      }
    }
    return true
  }

  private static func areAlike(_ a: [Double], _ b: [Double], _ units: [Double]) -> Bool {
    zip(zip(a, b), units).allSatisfy { ($0.0 - $0.1).magnitude <= $1 }
  }

  private static func areEqual(_ a: [Double], _ b: [Double]) -> Bool {
    zip(a, b).allSatisfy { ($0 - $1).magnitude <= 1e-10 * Swift.max($0.magnitude, $1.magnitude) }
  }
}
