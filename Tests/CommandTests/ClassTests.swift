import Testing

@testable import trace

extension CommandTests {
  /// A class of four: a folder for each person, one of whom says a name, two sheets that are the same, and a lesson beside them.
  private func folderOfClass() throws -> Folder {
    let folder = try Folder()
    _ = try shell(
      "mkdir -p 'class/Ada Lovelace_17_assignsubmission_file_' class/ben class/group/carl", in: folder)
    let key = ["worksheet", "--lesson", "single-chain", "--variant", "7", "--key"]
    try folder.write(trace(key).output, to: "class/Ada Lovelace_17_assignsubmission_file_/sheet.md")
    let wrong = "trace: lesson=single-chain\nz1 = 0.66\na1 = 0.6593\nz2 = 9.87\n"
    try folder.write(wrong, to: "class/ben/sheet.md")
    try folder.write(wrong, to: "class/group/carl/sheet.md")
    try folder.write("name: =Dora, \"D\"\nz1 = 0.66\nC = 0.9133\n", to: "class/dora.md")
    try folder.write(trace(["lessons", "circuit"]).output, to: "class/mine.json")
    try folder.write("name;variant\nada lovelace;7\nben;9\n", to: "list.csv")
    return folder
  }

  @Test func `A lesson in a folder above those of the persons is found, and it is said which one it is`()
    throws
  {
    let folder = try Folder()
    _ = try shell("mkdir -p class/anna class/group/ben", in: folder)
    try folder.write(trace(["lessons", "single-chain"]).output, to: "class/lesson.json")
    for path in ["class/anna/answers.txt", "class/group/ben/answers.txt"] {
      try folder.write("trace: lesson=lesson.json\nz1 = 0.66\n", to: path)
    }
    let one = try trace(["check", "class/anna/answers.txt"], in: folder)
    #expect(one.status == 0 && one.output.contains("1 of 28 correct"))
    #expect(
      one.errors
        == "class/anna/answers.txt: note: lesson lesson.json of the sheet is class/lesson.json\n")
    let all = try trace(["check", "class", "--format", "csv"], in: folder)
    #expect(all.status == 0 && all.output.contains("ben/answers.txt,ben,lesson.json,"))
    #expect(all.errors.split(separator: "\n").count == 1)
  }

  @Test
  func `Marks are a row for each person, with points, the variant that was handed out, and the same sheets`()
    throws
  {
    let folder = try folderOfClass()
    let outcome = try trace(
      ["check", "class", "--lesson", "single-chain", "--format", "csv", "--variants", "list.csv"], in: folder)
    #expect(outcome.status == 1 && outcome.errors.isEmpty)
    let rows = outcome.output.split(separator: "\n").map(String.init)
    let ada = "Ada Lovelace_17_assignsubmission_file_/sheet.md"
    #expect(rows.count == 5)
    #expect(rows[1].hasPrefix("\(ada),Ada Lovelace,single-chain,7,yes,28,28,0,0,0,0,0,28,28,"))
    #expect(rows[2].hasPrefix("ben/sheet.md,ben,single-chain,,no: 9,3,2,0,0,1,0,0,2,28,"))
    #expect(rows[3].hasPrefix("dora.md,\"'=Dora, \"\"D\"\"\",single-chain,,not listed,2,1,0,0,1,0,0,1,28,"))
    #expect(rows[4].hasPrefix("group/carl/sheet.md,carl,") && rows[4].hasSuffix(",ben/sheet.md,"))
  }

  @Test func `The report on a class names sheets that are the same, and each variant`() throws {
    let folder = try folderOfClass()
    let arguments = ["check", "class", "--lesson", "single-chain", "--variants", "list.csv"]
    let report = try trace(arguments, in: folder).output
    #expect(report.contains("ben/sheet.md, group/carl/sheet.md."))
    #expect(report.contains("including the wrong ones"))
    #expect(report.contains("28 of 28"))
    let json = try trace(arguments + ["--format", "json"], in: folder).output
    #expect(
      json.contains(
        #""name": "carl", "file": "group/carl/sheet.md", "variantHandedOut": null, "points": 2.0, "outOf": 28, "sameAs": "ben/sheet.md""#
      ))
  }

  @Test
  func
    `What is in the folders of a person's folder is the person's as well, and a link is said not to be read`()
    throws
  {
    let folder = try Folder()
    _ = try shell("mkdir -p class/ada/sub/deep class/group/ben; ln -s ../ada class/group/again", in: folder)
    try folder.write("trace: lesson=single-chain\nz1 = 0.66\n", to: "class/ada/one.txt")
    try folder.write("a1 = 0.6593\n", to: "class/ada/sub/two.txt")
    try folder.write("z2 = 0.2\n", to: "class/ada/sub/deep/three.txt")
    try folder.write("trace: lesson=single-chain\nz1 = 0.66\n", to: "class/group/ben/one.txt")
    let outcome = try trace(["check", "class", "--format", "csv"], in: folder)
    let rows = outcome.output.split(separator: "\n").map(String.init)
    #expect(rows.count == 4)
    #expect(rows[1].hasPrefix("ada/one.txt + ada/sub/deep/three.txt + ada/sub/two.txt,ada,single-chain,,,3,"))
    #expect(rows[2].hasPrefix("group/ben/one.txt,ben,"))
    #expect(rows[3].hasPrefix("group/again,") && outcome.errors.contains("class/group/again"))
  }

  @Test(arguments: [([], 1), (["--marks", "follow-through"], 1), (["--marks", "strict"], 0)])
  func `What follows from a mistake earns its point, unless marks are strict`(
    _ arguments: [String], _ points: Int
  ) throws {
    let folder = try Folder()
    try folder.write("z1 = 2\na1 = 0.8808\n", to: "carried.txt")
    let outcome = try trace(
      ["check", "carried.txt", "--lesson", "single-chain", "--format", "csv"] + arguments, in: folder)
    #expect(outcome.output.contains(",2,0,1,0,1,0,0,\(points),28,"), "\(outcome.output)")
  }

  @Test func `Each person gets a report, and no sheet is written over by one`() throws {
    let folder = try folderOfClass()
    let check = ["check", "class", "--lesson", "single-chain", "--format", "csv", "--feedback"]
    #expect(try trace(check + ["feedback"], in: folder).status == 1)
    let names = try shell("ls feedback", in: folder).output.split(separator: "\n").map(String.init).sorted()
    #expect(names == ["=Dora, _D_.html", "Ada Lovelace.html", "ben.html", "carl.html"])
    #expect(try folder.text(of: "feedback/ben.html").contains("2 of 28 correct"))
    let over = try trace(
      [
        "check", "class/dora.md", "--lesson", "single-chain", "--format", "markdown",
        "--feedback", "class",
      ], in: folder)
    #expect(over.status == 1)
    try folder.write("z1 = 0.66\n", to: "class/plain.md")
    let plain = try trace(
      [
        "check", "class/plain.md", "--lesson", "single-chain", "--format", "markdown",
        "--feedback", "class",
      ], in: folder)
    #expect(plain.status == 64 && plain.errors.contains("would overwrite a file that was handed in"))
    #expect(try folder.text(of: "class/plain.md") == "z1 = 0.66\n")
  }

  /// A class with a list of variants: a copy of somebody else's sheet, two parts in a folder, a sheet without its lesson, and a
  /// variant that somebody else was given.
  private func folderOfVariants() throws -> Folder {
    let folder = try Folder()
    _ = try shell("mkdir -p class/kai", in: folder)
    func key(_ variant: Int) throws -> String {
      try trace(["worksheet", "--lesson", "single-chain", "--variant", "\(variant)", "--key"]).output
    }
    let first = try key(1)
    try folder.write(first, to: "class/ada.md")
    try folder.write(first.replacing("variant=1", with: "variant=5"), to: "class/eva.md")
    try folder.write(first, to: "class/finn.md")
    try folder.write("name: Gus Test\nz1 = 0.66\n", to: "class/gus.txt")
    let header = "trace: lesson=single-chain\nname: Kai Test\n"
    try folder.write(header + "z1 = 0.66\na1 = 0.5\n", to: "class/kai/part1.txt")
    try folder.write(header + "a1 = 0.6593\nz2 = -0.06148\n", to: "class/kai/part2.txt")
    try folder.write("ada,1\neva,5\nfinn,6\ngus,7\nhana,8\nkai,11\n", to: "list.csv")
    return folder
  }

  @Test func `Answers to another variant are told as that, and earn nothing for what follows from them`()
    throws
  {
    let folder = try folderOfVariants()
    let check = ["check", "class", "--variants", "list.csv"]
    let rows = try trace(check + ["--format", "csv"], in: folder).output.split(separator: "\n").map(
      String.init)
    let eva = try #require(rows.first { $0.hasPrefix("eva.md,") })
    #expect(eva.contains(",0,28,right for variant 1,"), "\(eva)")
    let report = try trace(check, in: folder).output.split(whereSeparator: \.isWhitespace).joined(
      separator: " ")
    #expect(report.contains("The answers of eva.md are right for variant 1."))
    #expect(report.contains("finn.md was given variant 6, but handed in variant 1. The points, 28 of 28,"))
    let alone = try trace(["check", "class/eva.md"], in: folder).output
    #expect(
      alone.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(
        "These answers are right for variant 1,"))
  }

  @Test func `The files of one person are one row, and nobody who handed in a file is missing`() throws {
    let folder = try folderOfVariants()
    let check = ["check", "class", "--variants", "list.csv"]
    let rows = try trace(check + ["--format", "csv"], in: folder).output.split(separator: "\n").map(
      String.init)
    #expect(
      rows.filter { $0.contains("kai") }.map { $0.prefix(70) } == [
        "kai/part1.txt + kai/part2.txt,Kai Test,single-chain,,no: 11,3,3,0,0,0,"
      ])
    #expect(rows.filter { $0.contains("gus") } == ["gus.txt,Gus Test,,,,,,,,,,,,,could not be read,,"])
    #expect(rows.last == ",hana,,,,,,,,,,,,,no sheet,,")
    _ = try trace(check + ["--feedback", "feedback", "--format", "text"], in: folder)
    let kai = try folder.text(of: "feedback/Kai Test.txt").split(whereSeparator: \.isWhitespace).joined(
      separator: " ")
    #expect(kai.contains("kai/part1.txt from line 1, kai/part2.txt from line 5."), "\(kai)")
    #expect(
      kai.contains("a1 has another value in kai/part2.txt, line 3, which counts; remove one of the two"))
  }

  /// The rows of a class of two sheets by the options of a check.
  private func rows(_ files: [(path: String, text: String)], _ options: [String] = []) throws -> [String] {
    let folder = try Folder()
    for (path, text) in files {
      let parent = path.split(separator: "/").dropLast().joined(separator: "/")
      if !parent.isEmpty { _ = try shell("mkdir -p '\(parent)'", in: folder) }
      try folder.write(text, to: path)
    }
    return try trace(["check", "class", "--format", "csv"] + options, in: folder).output.split(
      separator: "\n"
    )
    .dropFirst().map(String.init)
  }

  @Test func `What is not answered counts, whether the sheet or the command names the lesson`() throws {
    let named = try rows([("class/ann.txt", "trace: lesson=single-chain\na1 = 0.6593\n")])
    let plain = try rows([("class/ann.txt", "a1 = 0.6593\n")], ["--lesson", "single-chain"])
    for rows in [named, plain] { #expect(rows == ["ann.txt,,single-chain,,,1,1,0,0,0,0,0,1,28,,,"]) }
  }

  @Test func `Files of one person that contradict each other are said, and 2 is before 10`() throws {
    let header = "trace: lesson=single-chain variant=1\n"
    let files = [("10", "z1 = -1.38"), ("2", "z1 = -1.39"), ("1", "a1 = 0.2010")].map {
      (path: "class/ada/\($0.0).txt", text: header + $0.1 + "\n")
    }
    #expect(
      try rows(files) == ["ada/1.txt + ada/2.txt + ada/10.txt,ada,single-chain,1,,2,2,0,0,0,1,0,2,28,,,"])
  }

  @Test func `Attempts, and the folders of one submission, are one person's, and an empty folder is said`()
    throws
  {
    let header = "trace: lesson=single-chain variant=1\n"
    let files = [
      ("Lin Wei_12_assignsubmission_file_/attempt1/a", "z1 = -1.39"),
      ("Lin Wei_12_assignsubmission_file_/attempt2/a", "z1 = -1.38"),
      ("Lin Wei_12_assignsubmission_onlinetext_/b", "a1 = 0.2010"), ("mia/Versuch 1/a", "z1 = -1.38"),
      ("mia/Versuch 2/a", "a1 = 0.2010"),
    ].map { (path: "class/\($0.0).txt", text: header + $0.1 + "\n") }
    #expect(
      try rows(files).map {
        $0.split(separator: ",", omittingEmptySubsequences: false).dropFirst().joined(separator: ",")
      }
        == ["Lin Wei,single-chain,1,,2,2,0,0,0,1,0,2,28,,,", "mia,single-chain,1,,2,2,0,0,0,0,0,2,28,,,"])
    let folder = try Folder()
    _ = try shell("mkdir -p class/noa", in: folder)
    try folder.write(header + "z1 = -1.38\n", to: "class/ada.txt")
    let outcome = try trace(["check", "class", "--format", "csv"], in: folder)
    #expect(outcome.errors == "error: there is no file of answers in 'class/noa'\n")
    #expect(outcome.output.hasSuffix("\nnoa,noa,,,,,,,,,,,,,could not be read,,\n"))
  }

  @Test func `A file that names no lesson is for that of the other files in the folder of its person`() throws
  {
    let files = [
      (path: "class/cyd/1.txt", text: "trace: lesson=single-chain variant=1\nz1 = -1.38\n"),
      (path: "class/cyd/2.txt", text: "a1 = 0.2010\n"),
    ]
    let row = "cyd/1.txt + cyd/2.txt,cyd,single-chain,1,,2,2,0,0,0,0,0,2,28,,,"
    #expect(try rows(files) == [row])
    #expect(try rows(files, ["--lesson", "single-chain"]) == [row])
  }

  @Test func `A sheet without a variant is judged by the listed one if that fits better`() throws {
    let list = (path: "list.csv", text: "ADA,1\n")
    let options = ["--variants", "list.csv"]
    let sheet = "trace: lesson=single-chain\nz1 = -1.38\na1 = 0.2010\n"
    #expect(
      try rows([list, ("class/ada.txt", sheet)], options) == [
        "ada.txt,,single-chain,1,yes,2,2,0,0,0,0,0,2,28,,,"
      ])
    let own = "trace: lesson=single-chain\nz1 = 0.66\na1 = 0.6593\n"
    #expect(
      try rows([list, ("class/ada.txt", own)], options) == [
        "ada.txt,,single-chain,,no: 1,2,2,0,0,0,0,0,2,28,,,"
      ])
    // Names are compared without their case, in folders, files and sheets.
    let header = "trace: lesson=single-chain variant=1\n"
    let several = [
      list, ("class/Ada/1.txt", header + "z1 = -1.38\n"), ("class/ada.txt", header + "a1 = 0.2010\n"),
      ("class/x.txt", header + "name: aDA\nz2 = 1.5\n"),
    ]
    let rows = try rows(several, options)
    #expect(rows.count == 1 && rows[0].contains("Ada/1.txt + ada.txt + x.txt,"), "\(rows)")
  }

  @Test func `A named pipe in a folder is not waited for, and is said not to be read`() throws {
    let folder = try Folder()
    _ = try shell("mkdir class; mkfifo class/pipe.txt", in: folder)
    try folder.write("trace: lesson=single-chain\nz1 = 0.66\n", to: "class/ann.txt")
    let outcome = try trace(["check", "class", "--format", "csv"], in: folder)
    #expect(outcome.output.contains("pipe.txt,,,,,,,,,,,,,,could not be read,"), "\(outcome.output)")
    #expect(outcome.errors.contains("class/pipe.txt"))
  }

  @Test func `A second name in a sheet is said`() throws {
    let folder = try Folder()
    try folder.write("name: Bob\nname: Ann\nz1 = 0.66\n", to: "a.txt")
    let outcome = try trace(["check", "a.txt", "--lesson", "single-chain"], in: folder)
    #expect(outcome.status == 1 && outcome.output.contains("this sheet is by Bob as well"))
  }

  @Test func `JSON of a class says who was given which variant, and whose sheet is missing`() throws {
    let folder = try folderOfVariants()
    let json = try trace(["check", "class", "--variants", "list.csv", "--format", "json"], in: folder).output
    for part in [
      #""file": "ada.md", "variant": "1", "variantHandedOut": true"#,
      #""file": "finn.md", "variant": "1", "variantHandedOut": "6""#,
      #""file": "eva.md", "variant": "5", "variantHandedOut": true, "rightFor": "1""#,
      #"{ "name": "Gus Test", "file": "gus.txt", "isRead": false }"#,
      #"{ "name": "hana", "file": null }"#,
    ] { #expect(json.contains(part), "\(part)") }
  }

  @Test(arguments: [
    ("ada,1O\nbob,2\n", "list.csv:1:1: error: 1O is no seed"), ("ada\t1\nbob\t2,5\n", "2,5 is no seed"),
    ("ada,x\n", "x is no seed"), ("name,variant\n", "the list is empty"), ("ada\n", "each line is a name"),
  ]) func `A list of variants with a line that is none is refused at that line`(list: String, message: String)
    throws
  {
    let folder = try Folder()
    try folder.write(list, to: "list.csv")
    try folder.write("z1 = 0.66\n", to: "ada.txt")
    let outcome = try trace(
      ["check", "ada.txt", "--lesson", "single-chain", "--variants", "list.csv"], in: folder)
    #expect(outcome.status == 65 && outcome.errors.contains(message), "\(outcome.errors)")
  }

  @Test(arguments: [("none.json", 66), ("nonesuch", 65), ("wrong.json", 65)])
  func `A lesson that a sheet names and that is not there is a file that cannot be read, or wrong content`(
    lesson: String, status: Int32
  ) throws {
    let folder = try Folder()
    try folder.write("{}", to: "wrong.json")
    _ = try shell("mkdir class", in: folder)
    try folder.write("trace: lesson=\(lesson)\nz1 = 0.66\n", to: "class/ada.txt")
    for sheets in ["class", "class/ada.txt"] {
      #expect(try trace(["check", sheets], in: folder).status == status, "\(sheets)")
    }
  }

  @Test func `The folder of a file that is named says whose it is, if the list has the person`() throws {
    let folder = try Folder()
    _ = try shell("mkdir -p class/eve", in: folder)
    try folder.write("trace: lesson=single-chain variant=3\nz1 = 1\n", to: "class/eve/s.txt")
    try folder.write("eve,3\n", to: "list.csv")
    let outcome = try trace(
      ["check", "class/eve/s.txt", "--variants", "list.csv", "--format", "csv"], in: folder)
    #expect(outcome.output.contains("s.txt,eve,single-chain,3,yes,"), "\(outcome.output)")
    #expect(!outcome.output.contains("no sheet"))
  }
}
