import Synchronization

/// The names that a typesetter has written: the same few come again and again in a document.
final class WrittenNames: Sendable {
  /// More are written anew each time, so that a large network takes no more memory.
  private static let most = 1 << 12
  private let pieces = Mutex<[Formula: Piece]>([:])

  /// A name as it was written before, or as `write` writes it now.
  func piece(_ name: Formula, _ write: () -> Piece) -> Piece {
    if let known = pieces.withLock({ $0[name] }) { return known }
    let piece = write()
    pieces.withLock { if $0.count < Self.most { $0[name] = piece } }
    return piece
  }
}
