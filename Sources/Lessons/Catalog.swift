/// The built-in lessons.
public enum Catalog {
  /// The table: a lesson is a line here, a name in Package.swift, and its file.
  private static let lessons: [(name: String, source: [UInt8])] = [
    ("single-chain", PackageResources.single_chain_json),
    ("tanh-chain", PackageResources.tanh_chain_json),
    ("relu-chain", PackageResources.relu_chain_json),
    ("deep-chain", PackageResources.deep_chain_json),
    ("saturated-neuron", PackageResources.saturated_neuron_json),
  ]

  /// In the order of the course.
  public static let names = lessons.map(\.name)

  /// The lesson's file.
  public static func source(of name: String) -> [UInt8]? { lessons.first { $0.name == name }?.source }
}
