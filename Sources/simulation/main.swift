import Formulas
import Lessons

let kinds = [
  NetworkDrawer.Kind(
    name: "1-1-1-1", widths: [1, 1, 1, 1], activations: ["sigmoid", "sigmoid", "sigmoid"],
    cost: "squared-error"),
  NetworkDrawer.Kind(
    name: "2-2-2", widths: [2, 2, 2], activations: ["sigmoid", "sigmoid"], cost: "squared-error"),
]
let networks = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 10
let only = CommandLine.arguments.dropFirst(2).first
for kind in kinds where only == nil || kind.name == only {
  var others = NetworkDrawer(seed: 2)
  var drawer = NetworkDrawer(seed: 1)
  var generator = SplitMix64(seed: 3)
  var singles: [Student.Share: Tally] = [:]
  var pairs: [Student.Share: Tally] = [:]
  var correct: [Student.Share: Tally] = [:]
  var outside: [Student.Share: Tally] = [:]
  for _ in 0..<networks {
    guard let lesson = drawer.lesson(kind), let classroom = Classroom(lesson) else { continue }
    for student in Student.all where only == nil || student.share == .gradients {
      singles[student.share, default: Tally()] += classroom.single(student)
      correct[student.share, default: Tally()] += classroom.correct(student)
      pairs[student.share, default: Tally()] += classroom.pairs(student, count: 40, &generator)
      outside[student.share, default: Tally()] += classroom.outsiders(student)
    }
  }
  for _ in 0..<(20 * networks) {
    guard let lesson = others.lesson(kind), let classroom = Classroom(lesson) else { continue }
    for student in Student.all { correct[student.share, default: Tally()] += classroom.correct(student) }
  }
  for share in Student.Share.allCases {
    for (name, table) in [("single", singles), ("correct", correct), ("pairs", pairs), ("outside", outside)] {
      let t = table[share] ?? Tally()
      print(kind.name, share.rawValue, name, t.found, "/", t.students, t.percent)
      for (miss, count) in (t.misses.sorted { $0.value > $1.value }).prefix(10) { print("   ", count, miss) }
    }
  }
}
