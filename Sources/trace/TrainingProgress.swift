import Formulas
import Lessons

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The progress of a training, on one line of the terminal that is rewritten.
struct TrainingProgress {
  /// Seconds between two updates of the line.
  private static let pause = 0.1

  private let isShown = StandardError.isTerminal
  private let epochs: Int
  private let before: Score
  private let notation: Notation
  private let start = Self.now
  private var next = Self.now
  private var width = 0

  init(epochs: Int, before: Score, _ notation: Notation) {
    (self.epochs, self.before, self.notation) = (epochs, before, notation)
  }

  /// Where the training is; `score` is that of the last complete epoch.
  mutating func show(_ training: LessonTraining, _ score: Score) {
    guard isShown, Self.now >= next else { return }
    let now = Self.now
    next = now + Self.pause
    let done = Double(training.steps)
    let all = Double(training.stepsPerEpoch) * Double(epochs)
    let left = (now - start) / done * (all - done)
    // The current epoch.
    let epoch = min(training.epochs + 1, epochs)
    write(.progress(epoch: epoch, of: epochs, score, left: clock(left)))
  }

  /// The result of the training.
  mutating func finish(_ training: LessonTraining, _ score: Score) {
    guard isShown else { return }
    write(.finished(training.place, from: before.figure, to: score, time: clock(Self.now - start)))
    StandardError.send("\n")
  }

  private mutating func write(_ message: MessagePhrase) {
    let line = notation.text(message)
    // Spaces erase the rest of a longer line on every terminal.
    StandardError.send("\r" + padded(line, to: width))
    width = line.columns
  }

  /// "0:42", "1:02:03"; days are hours, too.
  private func clock(_ seconds: Double) -> String {
    let total = Int(min(seconds.rounded(), 1e9))
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
    let (hours, minutes) = (total / 3600, total / 60 % 60)
    return (hours > 0 ? "\(hours):" + two(minutes) : "\(minutes)") + ":" + two(total % 60)
  }

  /// Seconds of the monotonic clock.
  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
