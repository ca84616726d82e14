import Backprop
import Texts

extension LessonReader {
  private static let leaky = Activation(.leakyReLU).name
  private static let names = Activation.Kind.allCases.map(\.rawValue)

  mutating func activation(_ value: JSONValue, layer: Int, isLast: Bool) -> Activation? {
    let place = "the activation of layer \(layer)"
    switch value.content {
    case .string(let name):
      guard let activation = Activation.withoutSettings.first(where: { $0.name == name }) else {
        problems.add(at: value.range, Self.unknownActivation(name, place))
        return nil
      }
      if activation == .softmax, !isLast {
        problems.add(at: value.range, "layer \(layer) is softmax, but only the last layer may be")
        return nil
      }
      return activation
    case .object(let members):
      let all = Activation.withSettings
      let keys = all.map(\.name)
      guard let fields = fields(of: value, place, keys: keys, example: #"{ "leaky-relu": 0.01 }"#) else {
        return nil
      }
      let given = all.filter { fields[$0.name] != nil }
      if given.count > 1 {
        problems.add(at: value.range, "\(place) is one function, but \(given.count) are given; leave out one")
        return nil
      }
      // An unknown key was reported already.
      guard let activation = given.first ?? (members.isEmpty ? Activation(.leakyReLU) : nil) else {
        return nil
      }
      let word = activation.kind == .elu ? "the α" : "the slope"
      guard let setting = required(activation.name, in: fields, example: "0.01"),
        let numeral = nonNegative(setting, "\(word) of layer \(layer)'s \(activation.name)")
      else { return nil }
      return activation.with(setting: numeral)
    case .null, .boolean, .number, .array:
      problems.add(at: value.range, #"\#(place) must be a name, such as "sigmoid", but is \#(value.kind)"#)
      return nil
    }
  }

  private static func unknownActivation(_ name: String, _ place: String) -> String {
    let howLeaky = #"write { "leaky-relu": 0.01 }, with the slope below 0"#
    if name == leaky { return "\(place) has no slope; \(howLeaky)" }
    let meant = meaning(of: name, among: names)
    if meant == leaky { return "\(place) is unknown: \(quoted(name)); \(howLeaky)" }
    return "\(place) is unknown: \(quoted(name)); \(hint(meant, names))"
  }
}
