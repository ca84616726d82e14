import Formulas
import Testing

@testable import trace

extension CommandTests {
  @Test(arguments: [
    (["TERM": "xterm", "LANG": "en_US.UTF-8"], TextStyle(isColoured: true)),
    (["TERM": "xterm", "LANG": "C.utf8", "NO_COLOR": ""], TextStyle(isColoured: true)),
    (["TERM": "xterm", "LANG": "C.UTF-8", "NO_COLOR": "1"], TextStyle()),
    (["TERM": "dumb", "LANG": "C.UTF-8"], TextStyle()),
    (["LANG": "C.UTF-8"], TextStyle()),
    (["TERM": "xterm"], TextStyle(isASCII: true, isColoured: true)),
    (["TERM": "xterm", "LANG": "C.UTF-8", "LC_ALL": "C"], TextStyle(isASCII: true, isColoured: true)),
    (["TERM": "xterm", "LANG": "C", "LC_CTYPE": "de_DE.UTF-8"], TextStyle(isColoured: true)),
    (["TERM": "xterm", "LANG": "C.UTF-8", "LC_ALL": ""], TextStyle(isColoured: true)),
  ])
  func `A terminal has the characters of its locale, and colour unless somebody objects`(
    _ variables: [String: String], _ style: TextStyle
  ) {
    var style = style
    style.stacksFractions = true
    #expect(Terminal.style(isASCII: false) { variables[$0] } == style)
    #expect(Terminal.style(isASCII: true) { variables[$0] }.isASCII)
  }

  private static let text = ["--lesson", "two-neurons", "--format", "text"]
  private static let unicode = "export TERM=xterm LC_ALL=C.UTF-8 NO_COLOR=;"

  private static let colourless = "export TERM=xterm LC_ALL=C.UTF-8 NO_COLOR=1;"

  @Test func `At a terminal text is coloured, and is the same without its colours`() throws {
    let plain = try atTerminal(Self.text, ">$tty", before: Self.colourless)
    let coloured = try atTerminal(Self.text, ">$tty", before: Self.unicode)
    #expect(
      coloured.contains("\u{1B}[36m──────\u{1B}[39m = \u{1B}[32m2\u{1B}[39m (a₁⁽²⁾ − y₁) = "))
    #expect(coloured.contains("\u{1B}[1mForward pass\u{1B}[22m\r\n────────────\r\n"))
    #expect(coloured.replacing(#/\u{1B}\[[0-9]+m/#, with: "") == plain)
  }

  @Test func `At a terminal fractions are stacked, and nothing else is different`() throws {
    // A slash, and where a fraction is an operand, parentheses.
    func words(_ text: String) -> String { String(text.filter { !" \r\n\n─/()".contains($0) }.sorted()) }
    let line = try trace(Self.text).output
    let stacked = try atTerminal(Self.text, ">$tty", before: Self.colourless)
    #expect(line.contains("    ∂C/∂z₁⁽²⁾ = ∂a₁⁽²⁾/∂z₁⁽²⁾ · ∂C/∂a₁⁽²⁾ = "))
    #expect(stacked.contains("    ────── = ────── · ────── = "))
    let areSame = words(stacked) == words(line)
    #expect(areSame)
  }

  @Test func `Where the locale has no UTF-8, a terminal gets ASCII, and a pipe does not`() throws {
    let variables = "export TERM=dumb LC_ALL= LC_CTYPE=C LANG=C.UTF-8;"
    let ascii = try atTerminal(Self.text + ["--ascii"], ">$tty", before: variables)
    #expect(try atTerminal(Self.text, ">$tty", before: variables) == ascii)
    // Letters of a course need more than ASCII.
    let slides = Self.text + ["--notation", "slides"]
    #expect(try atTerminal(slides, ">$tty", before: variables) == ascii)
    #expect(try shell(variables + "exec \"$0\" \"$@\"", Self.text).output.contains("∂C/∂a₁⁽²⁾"))
    #expect(ascii.utf8.allSatisfy { $0 < 0x80 })
    #expect(ascii.contains("    ------ = ------ * ------ = "))
  }

  private static let stepped = ["--lesson", "single-chain", "--step"]

  @Test(arguments: [
    ("\n\nq\n", ["1", "2", "3"]), ("n\nb\nb\n q \n", ["1", "2", "1", "1"]),
    // What is no answer is asked again, and the end of the input is one.
    ("what\nN\n\u{4}", ["1", "2"]), ("\u{4}", ["1"]),
    (String(repeating: "\n", count: 31), (1...31).map { "\($0)" }),
  ])
  func `At a terminal a lesson goes one step forward, back, or out`(_ typed: String, _ steps: [String]) throws
  {
    let output = try atTerminal(Self.stepped, "<$tty >$tty", before: Self.unicode, typing: typed)
    #expect(output.matches(of: #/── ([0-9]+) of 31 ──/#).map { String($0.1) } == steps)
    #expect(output.contains("b: previous step; q: quit: "))
  }

  @Test(arguments: ["</dev/null >/dev/null", "</dev/null >$tty", "<$tty >/dev/null"])
  func `One step at a time is for a terminal`(_ redirections: String) throws {
    let sentence =
      "error: --step works only in a terminal; leave it out for the whole document"
    let shown = try atTerminal(Self.stepped, redirections + " 2>$tty; echo $? >$tty")
    #expect(shown == sentence + "\r\n64\r\n")
  }

  @Test func `A pipe and a file get no colours, whatever the terminal`() throws {
    let folder = try Folder()
    let script = Self.unicode + "export CLICOLOR_FORCE=1; exec \"$0\" \"$@\""
    #expect(try !shell(script, Self.text).output.contains("\u{1B}"))
    _ = try atTerminal(Self.text + ["--output", folder.path(of: "a.txt")], ">$tty", before: Self.unicode)
    #expect(try folder.text(of: "a.txt") == trace(Self.text).output)
  }
}
