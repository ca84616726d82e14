import Formulas
import Synchronization

extension Catalog {
  /// What follows from the lines alone, and not from the numbers: exercises with other numbers share it.
  final class Shape: Sendable {
    private let lines: [Line]
    private let entries: [Formula: Int]
    let roles: Roles
    /// Which group a line is of: lines that a way of thinking makes wrong together.
    let groupOf: [Int]
    let groups: [[Int]]
    /// Groups of lines that go wrong together.
    let joint: [[Int]]
    /// The lines as they are derived: a step right after its gradient, and one of all examples after those of each.
    let order: [Int]
    /// Where each line stands in that order.
    let rank: [Int]
    /// Of networks.
    let layers: [Int?]
    /// For a line of an example, the first line with the same name but for the example.
    let places: [Int?]
    /// For lines, those that only say them again, as ∂C/∂b says ∂C/∂z.
    let copies: [Int: [Int]]
    let made = Mutex<[Int: WrongFormulas]>([:])
    let leads = Mutex<Leads>(Leads())

    private static let recent = Mutex<[Shape]>([])
    /// So many are kept: a class has one lesson, or few.
    private static let most = 4

    static func of(_ exercise: Exercise) -> Shape {
      let known = recent.withLock { shapes in
        shapes.first { $0.lines == exercise.lines && $0.entries == exercise.entries }
      }
      if let known { return known }
      let shape = Shape(exercise)
      recent.withLock { shapes in
        if shapes.count == most { shapes.removeFirst() }
        shapes.append(shape)
      }
      return shape
    }

    private init(_ exercise: Exercise) {
      lines = exercise.lines
      entries = exercise.entries
      roles = Roles(exercise)
      var numbers: [Group: Int] = [:]
      var groups: [[Int]] = []
      var kinds: [Role.Kind] = []
      groupOf = exercise.lines.indices.map { [roles] line in
        let group = Group(roles.all[line].kind, exercise.lines[line])
        let number = numbers[group] ?? groups.count
        if number == groups.count {
          numbers[group] = number
          groups.append([])
          kinds.append(roles.all[line].kind)
        }
        groups[number].append(line)
        return number
      }
      self.groups = groups
      joint = Self.jointKinds.map { together in kinds.indices.filter { together.contains(kinds[$0]) } }
      let isFree = { [roles] line in [.share, .penaltySlope].contains(roles.all[line].kind) }
      var after = Array(exercise.lines.indices)
      for line in after where roles.all[line].kind.comesRightAfter {
        let needs = exercise.rules[line].needs.filter { $0 < line }
        // What follows from givens alone is worked out where it is needed first.
        let (early, late) = (needs.filter(isFree), needs.filter { !isFree($0) })
        guard let place = late.map({ after[$0] }).max() else { continue }
        after[line] = place
        for need in early { after[need] = min(after[need], place) }
      }
      order = after.indices.sorted { (after[$0], $0) < (after[$1], $1) }
      var rank = after
      for (place, line) in order.enumerated() { rank[line] = place }
      self.rank = rank
      layers = exercise.lines.indices.map { [roles] in roles.last > 0 ? roles.all[$0].layer : nil }
      var copies: [Int: [Int]] = [:]
      for (number, line) in exercise.lines.enumerated() {
        if let own = exercise.line(of: exercise.plain(line.formula)) {
          copies[own, default: []].append(number)
        }
      }
      self.copies = copies
      var first: [Role: Int] = [:]
      places = exercise.lines.indices.map { [roles] line in
        guard roles.all[line].example != nil, roles.examples > 1 else { return nil }
        let role = roles.all[line].with(example: nil)
        let place = first[role] ?? line
        first[role] = place
        return place
      }
    }

    /// Lines of one kind; local gradients of one kind are those of one function.
    private struct Group: Hashable {
      let kind: Role.Kind
      let shape: Formula?

      init(_ kind: Role.Kind, _ line: Line) {
        self.kind = kind
        let blank = Formula.symbol(Symbol(.entry))
        shape = kind == .localGradient ? line.formula.substituting { $0.isName ? blank : nil } : nil
      }
    }

    /// Kinds of lines that one way of thinking makes wrong at once.
    private static let jointKinds: [Set<Role.Kind>] = [
      [.cost, .costSlope], [.cost, .outputError], [.outputError, .error], [.weightGradient, .biasGradient],
      [.share, .totalCost, .totalWeightGradient, .totalBiasGradient],
      [.share, .totalWeightGradient, .totalBiasGradient], [.totalWeightGradient, .totalBiasGradient],
      [.newWeight, .newBias], [.activation, .slope],
    ]
  }

  var roles: Roles { shape.roles }
  var groupOf: [Int] { shape.groupOf }
  var groups: [[Int]] { shape.groups }
  var joint: [[Int]] { shape.joint }
  var order: [Int] { shape.order }
  var rank: [Int] { shape.rank }
  var layers: [Int?] { shape.layers }
  var places: [Int?] { shape.places }
  var copies: [Int: [Int]] { shape.copies }
}

extension Role.Kind {
  /// Whether it is listed with others of its kind, though it may be derived as soon as what it needs is there.
  fileprivate var comesRightAfter: Bool {
    switch self {
    case .totalWeightGradient, .totalBiasGradient, .newWeight, .newBias, .update, .newKept: true
    case .weight, .bias, .weightedInput, .activation, .target, .cost, .penalty, .totalCost, .costSlope,
      .passed, .slope, .otherSlope, .error, .outputError, .weightGradient, .biasGradient, .share,
      .penaltySlope, .onward, .named, .localGradient, .derivative, .kept, .constant, .rate, .other:
      false
    }
  }
}
