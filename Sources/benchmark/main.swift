#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

// usage: benchmark [--json] [NAME…]: measures the work of these names, or all of it, on one thread.
let all =
  VectorizedFigures.all + TraceFigures.all + GraphFigures.all + LessonFigures.all + DocumentFigures.all
  + ScalingFigures.all
let words = CommandLine.arguments.dropFirst()
let names = words.filter { $0 != "--json" }
let isForPrograms = words.contains("--json")
if let unknown = names.first(where: { name in !all.contains { $0.name == name } }) {
  print("there is no '\(unknown)' among \(all.map(\.name).joined(separator: ", "))")
  exit(64)
}
if !isForPrograms { print("\(VectorizedFigures.build)\n\n\(Table.heading)") }
for benchmark in all where names.isEmpty || names.contains(benchmark.name) {
  for figure in try benchmark.run() { print(isForPrograms ? figure.json : Table.line(figure)) }
}
