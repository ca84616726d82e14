import Foundation
import Testing

@testable import trace

/// What goes wrong around the command; single calls that fail are the matter of `.ci/faults.sh`.
extension CommandTests {
  @Test func `Input that does not wait by itself is waited for`() throws {
    let pipe = Pipe()
    let (reading, writing) = (pipe.fileHandleForReading, pipe.fileHandleForWriting)
    #expect(fcntl(reading.fileDescriptor, F_SETFL, O_NONBLOCK) == 0)
    Thread.detachNewThread {
      usleep(50_000)
      writing.write(Data("late".utf8))
      try? writing.close()
    }
    #expect(try readBytes(reading.fileDescriptor, limit: 100) == Array("late".utf8))
    #expect(try readBytes(reading.fileDescriptor, limit: 100).isEmpty)
  }
}
