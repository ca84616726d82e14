/// The built-in lessons.
public enum Catalog {
  /// The table: a lesson is a line here and its file.
  private static let lessons = networks + calculations
  private static let calculations = circuits + blocks + sequences + losses + learning

  private static let networks: [(name: String, source: String)] = [
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
    ("dropout-layer", PackageResources.dropout_layer_json),
    ("skip", PackageResources.skip_json),
    ("xor", PackageResources.xor_json),
    ("digit", PackageResources.digit_json),
  ]

  /// Single gates.
  private static let circuits: [(name: String, source: String)] = [
    ("circuit", PackageResources.circuit_json),
    ("reuse", PackageResources.reuse_json),
    ("sigmoid-circuit", PackageResources.sigmoid_circuit_json),
    ("fork-and-max", PackageResources.fork_and_max_json),
    ("sine", PackageResources.sine_json),
    ("circuit-course", PackageResources.circuit_course_json),
  ]

  /// What the layers of networks do besides weights, biases and activations.
  private static let blocks: [(name: String, source: String)] = [
    ("convolution", PackageResources.convolution_json),
    ("convolution-2d", PackageResources.convolution_2d_json),
    ("padding", PackageResources.padding_json),
    ("residual", PackageResources.residual_json),
    ("gated", PackageResources.gated_json),
    ("dropout", PackageResources.dropout_json),
    ("layer-norm", PackageResources.layer_norm_json),
    ("batch-norm", PackageResources.batch_norm_json),
    ("batch-norm-grouped", PackageResources.batch_norm_grouped_json),
    ("attention", PackageResources.attention_json),
  ]

  /// Recurrences, and words.
  private static let sequences: [(name: String, source: String)] = [
    ("shared-weight", PackageResources.shared_weight_json),
    ("recurrent", PackageResources.recurrent_json),
    ("exploding-gradient", PackageResources.exploding_gradient_json),
    ("lstm-cell", PackageResources.lstm_cell_json),
    ("gru-cell", PackageResources.gru_cell_json),
    ("embedding", PackageResources.embedding_json),
    ("word-vectors", PackageResources.word_vectors_json),
  ]

  /// What is compared with a target, and how.
  private static let losses: [(name: String, source: String)] = [
    ("hinge", PackageResources.hinge_json),
    ("triplet", PackageResources.triplet_json),
    ("huber", PackageResources.huber_json),
    ("label-smoothing", PackageResources.label_smoothing_json),
    ("gaussian-likelihood", PackageResources.gaussian_likelihood_json),
  ]

  /// How parameters change, and when they do not.
  private static let learning: [(name: String, source: String)] = [
    ("perceptron", PackageResources.perceptron_json),
    ("learning-rates", PackageResources.learning_rates_json),
    ("momentum", PackageResources.momentum_json),
    ("adam", PackageResources.adam_json),
    ("hessian", PackageResources.hessian_json),
  ]

  /// In the order of the course.
  public static let names = lessons.map(\.name)

  /// Those of layers.
  package static let layered = networks.map(\.name)
  /// Those of named quantities.
  package static let graphs = calculations.map(\.name)

  /// The lesson's file.
  public static func source(of name: String) -> [UInt8]? {
    lessons.first { $0.name == name }.map { Array($0.source.utf8) }
  }
}
