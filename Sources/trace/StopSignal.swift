import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The user's, or the system's, wish that long work come to an end: Ctrl-C, for one.
enum StopSignal {
  /// Set by the signal handler, which may do little else.
  private static let arrived = Atomic(false)

  /// Whether it has come.
  static var hasArrived: Bool { arrived.load(ordering: .relaxed) }

  /// From now on a signal is only noted; a second Ctrl-C ends the command at once, as the first would have before.
  ///
  /// The others may well come twice without anybody's impatience: a closed terminal hangs up on the command itself
  /// and again through its shell, and `timeout` signals the command and then its whole group.
  static func listen() {
    // Made here, where memory may be taken for it.
    arrived.store(false, ordering: .relaxed)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      let previous = signal(number) { number in
        guard StopSignal.arrived.exchange(true, ordering: .relaxed), number == SIGINT else { return }
        signal(number, SIG_DFL)
        raise(number)
      }
      // What is ignored from outside, as by nohup, stays ignored.
      if unsafeBitCast(previous, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
        signal(number, SIG_IGN)
      }
    }
  }
}
