/// The built-in lessons.
public enum Catalog {
  /// The table: a lesson is a line here, a name in Package.swift, and its file.
  private static let lessons = networks + circuits

  private static let networks: [(name: String, source: [UInt8])] = [
    ("single-chain", PackageResources.single_chain_json),
    ("tanh-chain", PackageResources.tanh_chain_json),
    ("relu-chain", PackageResources.relu_chain_json),
    ("deep-chain", PackageResources.deep_chain_json),
    ("saturated-neuron", PackageResources.saturated_neuron_json),
    ("learning-slowdown", PackageResources.learning_slowdown_json),
    ("cross-entropy", PackageResources.cross_entropy_json),
    ("two-neurons", PackageResources.two_neurons_json),
    ("path-sum", PackageResources.path_sum_json),
    ("dead-relu", PackageResources.dead_relu_json),
    ("exact-fractions", PackageResources.exact_fractions_json),
    ("mazur", PackageResources.mazur_json),
    ("softmax", PackageResources.softmax_json),
    ("softmax-squared", PackageResources.softmax_squared_json),
    ("batch", PackageResources.batch_json),
    ("weight-decay", PackageResources.weight_decay_json),
    ("xor", PackageResources.xor_json),
    ("digit", PackageResources.digit_json),
  ]

  private static let circuits: [(name: String, source: [UInt8])] = [
    ("circuit", PackageResources.circuit_json),
    ("reuse", PackageResources.reuse_json),
    ("sigmoid-circuit", PackageResources.sigmoid_circuit_json),
    ("fork-and-max", PackageResources.fork_and_max_json),
    ("sine", PackageResources.sine_json),
    ("shared-weight", PackageResources.shared_weight_json),
  ]

  /// In the order of the course.
  public static let names = lessons.map(\.name)

  /// Those of layers.
  package static let layered = networks.map(\.name)
  /// Those of named quantities.
  package static let graphs = circuits.map(\.name)

  /// The lesson's file.
  public static func source(of name: String) -> [UInt8]? { lessons.first { $0.name == name }?.source }
}
