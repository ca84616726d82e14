import Formulas

/// Where a document goes, piece by piece.
public protocol TextSink {
  /// Takes the next piece; throws where it can not be written.
  mutating func append(_ text: String) throws
}

/// In a test, a document is a string.
extension String: TextSink {}

/// A format: it writes one block at a time, so that memory does not grow with the document.
public protocol DocumentWriter {
  /// What stands before the first block.
  var opening: String { get }
  /// What stands after the last.
  var closing: String { get }
  /// One block, with the empty line after it.
  func text(of block: Block) -> String
  /// The same in pieces, where a block is long; throws what `emit` throws.
  func write(_ block: Block, _ emit: (String) throws -> Void) rethrows
  /// A table, in pieces where no row depends on the others; throws what `emit` throws.
  func write(_ table: Table, _ emit: (String) throws -> Void) rethrows
  /// Writes a whole document; throws what `sink` throws.
  func write(_ blocks: some Sequence<Block>, to sink: inout some TextSink) throws
}

extension DocumentWriter {
  public func write(_ blocks: some Sequence<Block>, to sink: inout some TextSink) throws {
    try sink.append(opening)
    for block in blocks { try write(block) { try sink.append($0) } }
    try sink.append(closing)
  }

  public func write(_ block: Block, _ emit: (String) throws -> Void) rethrows {
    switch block {
    case .family(let family): try write(family, emit)
    case .table(let table): try write(table, emit)
    case .heading, .paragraph, .equation, .matrix, .chain, .network, .graph, .bars, .plot, .verbatim,
      .questions:
      try emit(text(of: block))
    }
  }

  public func write(_ table: Table, _ emit: (String) throws -> Void) rethrows {
    try emit(text(of: .table(table)))
  }

  /// A family, some members at a time.
  func write(_ family: Family<Equation>, _ emit: (String) throws -> Void) rethrows {
    var setter = FamilySetter(family) { text(of: .equation($0)) }
    try setter.write(emit)
  }

  /// A family in one piece.
  func text(of family: Family<Equation>) -> String { collected { write(family, $0) } }

  /// All pieces in one.
  func collected(_ write: ((String) -> Void) -> Void) -> String {
    var text = ""
    write { text += $0 }
    return text
  }
}

extension String {
  /// Without what a terminal or a parser might take for a command: control characters become spaces.
  package var withoutControls: String {
    if utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return self }
    guard unicodeScalars.contains(where: \.isControl) else { return self }
    var result = UnicodeScalarView()
    for scalar in unicodeScalars { result.append(scalar.isControl ? " " : scalar) }
    return String(result)
  }
}

extension String {
  /// Without spaces at the end.
  var trimmingEnd: String {
    let spaces = utf8.reversed().prefix { $0 == UInt8(ascii: " ") }.count
    return spaces == 0 ? self : String(Substring(utf8.dropLast(spaces)))
  }
  /// Without spaces at either end.
  var trimmingEnds: String {
    utf8.first == UInt8(ascii: " ")
      ? String(Substring(utf8.drop { $0 == UInt8(ascii: " ") })).trimmingEnd : trimmingEnd
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool {
    if ownColumns != nil { return false }
    return switch properties.generalCategory {
    // Format characters can turn the direction of what follows around.
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate: true
    default: false
    }
  }
}
