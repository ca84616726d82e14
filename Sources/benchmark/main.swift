// usage: benchmark [--json] [NAME…]: measures the work of these names, or all of it, on one thread.
let words = CommandLine.arguments.dropFirst()
let names = words.filter { $0 != "--json" }
let isForPrograms = words.contains("--json")
if !isForPrograms { print("\(VectorizedFigures.build)\n\n\(Table.heading)") }
let all = VectorizedFigures.all + TraceFigures.all + DocumentFigures.all + ScalingFigures.all
for benchmark in all where names.isEmpty || names.contains(benchmark.name) {
  for figure in try benchmark.run() { print(isForPrograms ? figure.json : Table.line(figure)) }
}
