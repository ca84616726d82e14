// swift-tools-version: 6.2

import PackageDescription

/// With the trait `Native`, the vectorized core for the very processor that compiles it; Apple's need no flag.
#if arch(x86_64)
  let native: [SwiftSetting] = [.unsafeFlags(["-Xcc", "-march=native"], .when(traits: ["Native"]))]
#else
  let native: [SwiftSetting] = []
#endif

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
      description: "Training for this machine's processor only: with AVX-512, several times faster.")
  ],
  targets: [
    .executableTarget(name: "embed", exclude: ["Plugin"]),
    .plugin(
      name: "Embedding", capability: .buildTool(), dependencies: ["embed"], path: "Sources/embed/Plugin"),
    .target(name: "Formulas"),
    .target(name: "Texts", dependencies: ["Formulas"]),
    .target(name: "Backprop", dependencies: ["Formulas"], swiftSettings: native),
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
      name: "benchmark", dependencies: ["Formulas", "Backprop", "Documents", "Lessons"], swiftSettings: native
    ),
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
