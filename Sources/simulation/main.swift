#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

// usage: simulation [--sheets N] [--kind K] [--set usual|awkward|named] [--seed N] [--worst N]
var simulation = Simulation()
var worst = 0
var words = CommandLine.arguments.dropFirst()
while let option = words.popFirst() {
  let value = words.popFirst() ?? ""
  let number = Int(value).map { min(max(0, $0), 10_000_000) }
  let kind = Kind.allCases.first { "\($0)" == value }
  let set = Simulation.ExerciseSet(rawValue: value)
  switch option {
  case "--sheets": simulation.sheets = number ?? simulation.sheets
  case "--seed": simulation.seed = UInt64(number ?? 1)
  case "--worst": worst = number ?? 0
  case "--kind" where kind != nil: simulation.kinds = kind.map { [$0] } ?? []
  case "--set" where set != nil: simulation.sets = set.map { [$0] } ?? []
  default:
    let kinds = Kind.allCases.map { "\($0)" }.joined(separator: ", ")
    print(
      "usage: simulation [--sheets N] [--kind K] [--set usual|awkward|named] [--seed N] [--worst N]; K: \(kinds)"
    )
    exit(64)
  }
}
var told = 0
if worst > 0 {
  simulation.tells = { report in
    if told < worst { print(report) }
    told += 1
  }
}
print(simulation.run().printed(), terminator: "")
