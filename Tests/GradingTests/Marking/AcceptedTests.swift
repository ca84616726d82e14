import Formulas
import Lessons
import Testing

@testable import Grading

/// The verdict on a number with so many digits that stands alone on its sheet.
private func verdict(_ value: Double, at line: Int, digits: Int, by marker: Marker) throws -> Verdict? {
  let number = try #require(Numeral(rounding: value, digits: digits))
  let unit = number.value == 0 ? marker.exercise.values[line].unit(digits: digits) : number.unit
  return marker.mark([line: Claim(number.value, unit: unit)], asked: digits).marks.first?.verdict
}

@Test(arguments: ["single-chain", "relu-chain", "two-neurons"], [3, 4])
func `In what is accepted the marker finds no mistake, and nothing else is correct`(name: String, digits: Int)
  throws
{
  let marker = try marker(name)
  for (line, accepted) in marker.accepted(digits: digits).enumerated()
  where marker.exercise.lines[line].isAsked {
    let value = accepted.value
    #expect(value == marker.exercise.values[line])
    #expect(try verdict(value, at: line, digits: digits, by: marker) == .correct)
    let unit = value.unit(digits: digits)
    guard accepted.tolerance > 0, accepted.tolerance < 0.01 * value.magnitude else { continue }
    let name = marker.exercise.lines[line].name.answerName ?? ""
    for side in [-1.0, 1] {
      // Rounded to its digits, the number is still within the tolerance, or certainly beyond it.
      let place = Swift.max(unit, (value + side * accepted.tolerance).unit(digits: digits))
      let inside = value + side * Swift.max(0, accepted.tolerance - place)
      let found = try verdict(inside, at: line, digits: digits, by: marker)
      #expect(found == .correct || found == .tooFewDigits, "\(name), \(inside)")
      let beyond = value + side * (accepted.tolerance + 2 * unit)
      // 0.0103 has fewer decimals than 0.00989.
      let outside = beyond + side * 2 * Swift.max(0, beyond.unit(digits: digits) - unit)
      #expect(try verdict(outside, at: line, digits: digits, by: marker) != .correct, "\(name), \(outside)")
    }
  }
}

@Test(arguments: ["single-chain", "circuit", "dead-relu"])
func `The marker knows the mistake behind a number to which one leads`(name: String) throws {
  let marker = try Marker(Exercise(WrittenLesson(json: #require(Catalog.source(of: name)))))
  let accepted = marker.accepted(digits: 4)
  var (known, all) = (0, 0)
  for line in marker.exercise.asked {
    for wrong in marker.wrongNumbers(at: line, digits: 4, besides: accepted[line], most: 2) {
      let number = try #require(Numeral(rounding: wrong.accepted.value, digits: 4))
      let marking = marker.mark([line: Claim(number.value, unit: number.unit)], asked: 4)
      let said = marking.diagnoses.flatMap { ($0.named.map { [$0] } ?? []) + $0.possible }.flatMap(\.mistakes)
      all += 1
      if said.contains(where: { $0.id == wrong.mistake.id }) { known += 1 }
    }
  }
  // The half of a cost is a convention to the marker, and the lesson's question has its formula.
  #expect(all > 0 && Double(known) >= 0.95 * Double(all), "\(known) of \(all)")
}
