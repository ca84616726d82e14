/// Work that is measured, and how.
struct Benchmark: Sendable {
  let name: String
  private let work: @Sendable (String) throws -> [Figure]

  /// What `work` makes of the name: one figure or several.
  init(_ name: String, _ work: @escaping @Sendable (String) throws -> [Figure]) {
    self.name = name
    self.work = work
  }

  func run() throws -> [Figure] { try work(name) }
}
