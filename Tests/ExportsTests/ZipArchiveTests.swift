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

/// Bytes in which few or many are equal, by a seed of its own for each length.
private func bytes(_ count: Int, of kinds: UInt64) -> [UInt8] {
  var state = UInt64(count) &* 31 &+ kinds
  return (0..<count).map { _ in
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return UInt8((state >> 33) % kinds)
  }
}

@Test(arguments: [0, 1, 2, 3, 4, 257, 258, 259, 260, 1_000, 70_000], [1, 2, 4, 256] as [UInt64])
func `What is compressed can be read again`(count: Int, kinds: UInt64) {
  let content = bytes(count, of: kinds)
  #expect(inflated(Deflate(content).bytes) == content)
}

@Test func `A run is found again as far back as the format allows, and no farther`() {
  for rest in [32_700, 32_764, 32_765, 32_766, 40_000] {
    // The beginning comes again at the end, and there is nothing else that does.
    let content = bytes(300, of: 256) + bytes(rest - 300, of: 251) + bytes(300, of: 256)
    #expect(inflated(Deflate(content).bytes) == content, "\(rest)")
  }
}

@Test(arguments: [
  ([UInt8](repeating: 7, count: 10_000), 100),
  (Array(String(repeating: "the same sentence again, ", count: 400).utf8), 200),
])
func `What comes again takes little room`(content: [UInt8], most: Int) {
  #expect(Deflate(content).bytes.count < most)
}

@Test func `A file that is broken is noticed`() throws {
  var archive = ZipArchive()
  let text = String(repeating: "a file ", count: 50)
  try #require(archive.add("a", text) && archive.add("b", "hi"))
  let whole = archive.bytes
  #expect(unpacked(whole)?.map { String(decoding: $0.content, as: UTF8.self) } == [text, "hi"])
  let packed = 31..<31 + Deflate(Array(text.utf8)).bytes.count
  // The last byte may have bits that mean nothing.
  for place in packed.dropLast() {
    var broken = whole
    broken[place] ^= 0x10
    #expect(
      unpacked(broken)?.map { String(decoding: $0.content, as: UTF8.self) } != [text, "hi"], "\(place)")
  }
}
