import Testing

@testable import Exports

@Test(
  arguments: [
    ("", 0), ("a", 0xE8B7_BE43), ("123456789", 0xCBF4_3926),
    ("The quick brown fox jumps over the lazy dog", 0x414F_A339),
  ] as [(String, UInt32)])
func `The checksum is that of everybody else`(text: String, checksum: UInt32) {
  #expect(CyclicRedundancyCheck.of(Array(text.utf8)) == checksum)
}

@Test func `An archive is its files, a list of them, and where the list begins`() {
  var archive = ZipArchive()
  let isAdded = archive.add("ä", "hi")
  let head: [UInt8] = [
    20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0, 0xAC, 0x2A, 0x93, 0xD8, 2, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0,
  ]
  let name: [UInt8] = [0xC3, 0xA4]
  let file = [0x50, 0x4B, 3, 4] + head + name + Array("hi".utf8)
  let list = [0x50, 0x4B, 1, 2, 20, 0] + head + [UInt8](repeating: 0, count: 14) + name
  let end: [UInt8] = [0x50, 0x4B, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0, 48, 0, 0, 0, 34, 0, 0, 0, 0, 0]
  #expect(isAdded && archive.bytes == file + list + end)
}

@Test func `An archive takes no more files than it can count`() {
  var archive = ZipArchive()
  for number in 0..<65_535 where !archive.add(String(number), "") { Issue.record("no room for \(number)") }
  let hasRoom = archive.add("one more", "")
  #expect(!hasRoom)
}
