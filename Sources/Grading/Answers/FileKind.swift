import Texts

/// What a file is that holds no plain text, by how it begins.
enum FileKind: CaseIterable {
  case pdf, word, sheet, openDocument, archive, picture, richText, oldOffice

  init?(_ file: [UInt8]) {
    let head = file.prefix(8_192)
    func begins(_ bytes: [UInt8]) -> Bool { head.starts(with: bytes) }
    func holds(_ word: String) -> Bool { String(decoding: head, as: UTF8.self).contains(word) }
    if begins(Array("%PDF-".utf8)) {
      self = .pdf
    } else if begins([0x50, 0x4B, 0x03, 0x04]) {
      self = holds("word/") ? .word : holds("xl/") ? .sheet : holds("opendocument") ? .openDocument : .archive
    } else if begins([0x89, 0x50, 0x4E, 0x47]) || begins([0xFF, 0xD8, 0xFF]) || begins(Array("GIF8".utf8))
      || head.dropFirst(4).starts(with: "ftyp".utf8) || begins(Array("II*\0".utf8))
      || begins(Array("RIFF".utf8))
    {
      self = .picture
    } else if begins(Array("{\\rtf".utf8)) {
      self = .richText
    } else if begins([0xD0, 0xCF, 0x11, 0xE0]) {
      self = .oldOffice
    } else {
      return nil
    }
  }

  /// What it is, and how text is got out of it.
  var wayOut: String {
    switch self {
    case .pdf: "this is a PDF; copy its text into a file, for example with pdftotext, and check that"
    case .word: "this is a Word document (.docx); save it as plain text in UTF-8, and check that"
    case .sheet:
      "this is an Excel workbook (.xlsx); save the sheet with the answers as CSV in UTF-8, and check that"
    case .openDocument: "this is an OpenDocument file; save it as plain text or as CSV, and check that"
    case .archive: "this is a ZIP archive; unpack it, and check the files in it"
    case .picture: "this is a picture; type the numbers that it shows into a text file, and check that"
    case .richText: "this is rich text (.rtf); save it as plain text in UTF-8, and check that"
    case .oldOffice:
      "this is a file of an older Office program; save it as plain text or as CSV, and check that"
    }
  }
}
