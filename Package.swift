// swift-tools-version: 6.2

import PackageDescription

/// Tiles of the matrix product, compiled for newer processors, too.
///
/// The program chooses among them when it runs. In a debug build they are optimized as well, but one that goes on from an older
/// build does not see a changed body in `Tiles`: `swift package clean` comes first. A build on x86-64 for another kind of
/// processor has to leave these flags out.
func tiles(_ flags: String...) -> [SwiftSetting] {
  #if arch(x86_64)
    [.unsafeFlags(["-O"] + flags.flatMap { ["-Xcc", $0] })]
  #else
    [.unsafeFlags(["-O"])]
  #endif
}

let package = Package(
  name: "backpropagation-tracer",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "trace", targets: ["trace"]),
    .library(name: "Backprop", targets: ["Backprop", "Formulas"]),
  ],
  traits: [
    .trait(
      name: "Native",
      description: "Matrix products with fused sums: faster on some processors, with other last digits.")
  ],
  targets: [
    .executableTarget(name: "embed", exclude: ["Plugin"]),
    .plugin(
      name: "Embedding", capability: .buildTool(), dependencies: ["embed"], path: "Sources/embed/Plugin"),
    .target(name: "Formulas"),
    .target(name: "Texts", dependencies: ["Formulas"]),
    .target(name: "Tiles", swiftSettings: tiles()),
    .target(name: "TilesAVX2", dependencies: ["Tiles"], swiftSettings: tiles("-mavx2", "-mfma")),
    .target(
      name: "TilesAVX512", dependencies: ["Tiles"],
      swiftSettings: tiles("-mavx512f", "-mavx512dq", "-mavx512vl")),
    .target(name: "Backprop", dependencies: ["Formulas", "Tiles", "TilesAVX2", "TilesAVX512"]),
    .target(name: "Documents", dependencies: ["Formulas"], plugins: ["Embedding"]),
    .target(
      name: "Lessons", dependencies: ["Formulas", "Texts", "Backprop", "Documents"],
      plugins: ["Embedding"]),
    .target(name: "Grading", dependencies: ["Formulas", "Texts", "Backprop", "Documents", "Lessons"]),
    .target(
      name: "Exports", dependencies: ["Formulas", "Texts", "Backprop", "Documents", "Lessons", "Grading"],
      plugins: ["Embedding"]),
    .executableTarget(
      name: "trace", dependencies: ["Formulas", "Texts", "Documents", "Lessons", "Grading", "Exports"]),
    .executableTarget(
      name: "benchmark", dependencies: ["Formulas", "Backprop", "Documents", "Lessons", "Tiles"]),
    .executableTarget(name: "simulation", dependencies: ["Formulas", "Backprop", "Lessons", "Grading"]),
    .testTarget(name: "FormulasTests", dependencies: ["Formulas"]),
    .testTarget(name: "TextsTests", dependencies: ["Texts"]),
    .testTarget(
      name: "BackpropTests", dependencies: ["Backprop", "Formulas"], resources: [.copy("Reference")]),
    .testTarget(name: "DocumentsTests", dependencies: ["Documents"]),
    .testTarget(
      name: "LessonsTests", dependencies: ["Lessons", "Texts"], exclude: ["Goldens", "Named/Lessons"]),
    .testTarget(
      name: "GradingTests",
      dependencies: ["Grading", "simulation", "Lessons", "Backprop", "Documents", "Formulas", "Texts"]),
    .testTarget(
      name: "ExportsTests",
      dependencies: ["Exports", "Lessons", "Grading", "Backprop", "Documents", "Formulas", "Texts"]),
    .testTarget(name: "CommandTests", dependencies: ["trace", "Lessons", "Texts"], exclude: ["BadInputs"]),
  ],
  swiftLanguageModes: [.v6]
)
