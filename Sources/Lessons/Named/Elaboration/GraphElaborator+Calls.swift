/// What the arguments of functions stand for.
extension GraphElaborator {
  mutating func lookUpCall(
    _ function: GraphFunction, _ arguments: [Expression], _ look: inout NameLook
  ) {
    let (values, letters, conditions) = split(function, arguments) { look.scope[$0, default: 0] > 0 }
    for letter in letters {
      guard let name = letter.name else { continue }
      let shown = lexicon.names[name]
      if let known = quantity(named: name) {
        let what = quantities[known].isGiven ? "which is given" : "which is a quantity"
        add(
          look.line, letter.range,
          "\(function.rawValue) cannot run over \(shown), \(what); its first argument must be followed by letters of indices"
        )
      } else if look.scope[name, default: 0] > 0 {
        add(
          look.line, letter.range, "\(shown) is used for something else here already; choose another letter")
      } else if !lexicon.isLetter(name) {
        addUnknown(name, letter.range, &look)
      } else {
        look.running.insert(name)
      }
    }
    if letters.count > Self.mostLetters {
      add(look.line, letters[0].range, "more than \(Self.mostLetters) letters run here, which is the limit")
    }
    let names = letters.compactMap(\.name)
    for name in names { look.scope[name, default: 0] += 1 }
    for value in values { lookUp(value, asIndex: false, &look) }
    for condition in conditions {
      guard case .condition(let a, _, let b) = condition.content else { continue }
      if !mentionsLetter(a), !mentionsLetter(b) {
        lookUp(condition, asIndex: true, &look)
        continue
      }
      lookUp(a, asIndex: true, &look)
      lookUp(b, asIndex: true, &look)
    }
    for name in names { look.scope[name, default: 1] -= 1 }
  }

  /// The most names that an unknown one is compared with.
  static let mostCompared = 5_000
  /// The most letters that run in one sum.
  static let mostLetters = 8

  /// The arguments of a function, the letters behind them over which it runs, and which of their values count; a condition on a
  /// letter that stands for nothing yet lets it run as well, as k ≠ i does.
  func split(
    _ function: GraphFunction, _ arguments: [Expression], isBound: (Int) -> Bool
  ) -> (values: ArraySlice<Expression>, letters: ArraySlice<Expression>, conditions: [Expression]) {
    var count = arguments.count
    let isChoice: Bool
    switch function.manner {
    case .reducing: isChoice = false
    case .choosing: isChoice = true
    case .entrywise, .withSlope, .normalizing, .joining, .pairing, .bounding: return (arguments[...], [], [])
    }
    while count > 1 {
      if case .condition = arguments[count - 1].content {
        count -= 1
        continue
      }
      guard let name = arguments[count - 1].name else { break }
      // In max(x, y) what stands for something is a value.
      if isChoice,
        quantity(named: name) != nil || isBound(name) || name == lexicon.e || name == lexicon.pi
      {
        break
      }
      count -= 1
    }
    var (letters, conditions): ([Expression], [Expression]) = ([], [])
    for argument in arguments[count...] {
      guard case .condition(let a, _, let b) = argument.content else {
        letters.append(argument)
        continue
      }
      conditions.append(argument)
      for side in [a, b] {
        guard let name = side.name, lexicon.isLetter(name), quantity(named: name) == nil, !isBound(name)
        else { continue }
        let names = arguments[count...].compactMap(\.name) + letters.compactMap(\.name)
        if !names.contains(name) { letters.append(side) }
      }
    }
    return (arguments[..<count], letters[...], conditions)
  }
}
