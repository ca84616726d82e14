#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

// usage: simulation [NETWORKS] [--misses]: so many random networks of each kind; 20 without a number.
let words = CommandLine.arguments.dropFirst()
let networks = words.lazy.compactMap { Int($0) }.first.map { min(max(1, $0), 10_000) } ?? 20
let results = NetworkDrawer.kinds.map { Result(of: $0, networks: networks) }
print(Result.table(results), terminator: "")
if words.contains("--misses") { for result in results { print(result.misses, terminator: "") } }
