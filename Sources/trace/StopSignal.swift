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
      trace.listen(to: number) { number in
        guard StopSignal.arrived.exchange(true, ordering: .relaxed), number == SIGINT else { return }
        signal(number, SIG_DFL)
        raise(number)
      }
    }
  }

  /// Once one has come, what is yet to be written is written: from here on only a Ctrl-C ends the command.
  static func holdOut() {
    for number in [SIGTERM, SIGHUP] { signal(number, SIG_IGN) }
  }
}

/// Lets a handler take a signal; one that is ignored from outside, as by nohup, stays ignored.
func listen(to number: Int32, _ handler: @escaping @convention(c) (Int32) -> Void) {
  let previous = signal(number, handler)
  // Functions cannot be compared, but SIG_IGN is none: it is a number where a function's address would be.
  if unsafeBitCast(previous, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) { signal(number, SIG_IGN) }
}
