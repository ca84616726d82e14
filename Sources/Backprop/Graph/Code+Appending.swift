import Formulas

extension Graph.Code {
  /// Nothing yet; to be put together from its arguments on, as a stack machine takes them.
  package init() { self.init([]) }

  /// The number of instructions.
  package var length: Int { instructions.count }

  /// Removes all instructions.
  package mutating func removeAll() { instructions.removeAll(keepingCapacity: true) }

  /// Adds the value of an entry.
  package mutating func append(entry id: Graph.ID) {
    instructions.append(Graph.Instruction(.entry, Int32(clamping: id)))
  }

  /// Adds a whole number.
  package mutating func append(whole value: Int) {
    instructions.append(Graph.Instruction(.whole, Int32(clamping: value)))
  }

  /// Adds a calculation that is complete.
  package mutating func append(_ part: Graph.Code) { instructions += part.instructions }

  /// Puts the last arguments together; one sum, product, max or min of a single argument is the argument.
  package mutating func apply(_ operation: Graph.Operation, toLast count: Int) {
    if count == 1, [.sum, .product, .max, .min, .logSumExp].contains(operation) { return }
    instructions.append(Graph.Instruction(operation, Int32(clamping: count)))
  }

  /// Applies a function that only graphs have to the last result.
  package mutating func apply(_ function: NamedFunction) { instructions.append(Graph.Instruction(function)) }

  /// Raises the last argument to a whole power.
  package mutating func raise(to exponent: Int) {
    instructions.append(Graph.Instruction(.wholePower, Int32(clamping: exponent)))
  }

  /// Makes one output of a softmax of the last arguments; places count from 0.
  package mutating func softmax(ofLast count: Int, at place: Int) {
    instructions.append(Graph.Instruction(.softmax, Int32(clamping: count), place: Int32(clamping: place)))
  }
}
