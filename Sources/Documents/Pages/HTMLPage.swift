import Formulas

/// The frame of a page around its blocks: one file that needs no other.
struct HTMLPage {
  let language: Language
  /// Whether the page unfolds step by step.
  let hasSteps: Bool
  var style = PageAssets.style
  /// The element with the numbers that can be changed; empty where none can.
  var numbers = ""
  /// HTML above the document.
  var header = ""
  /// HTML below the document.
  var footer = ""

  /// The page up to the first block; the title is escaped already.
  func opening(titled title: String) -> String {
    """
    <!doctype html>
    <html lang="\(language.tag)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>\(title)</title>
    <style>
    \(style)</style>
    </head>
    <body>
    \(header)\
    <main>

    """
  }

  /// The page after the last block.
  var closing: String {
    "</main>\n" + footer + (hasSteps ? stepping : "") + "</body>\n</html>\n"
  }

  /// The buttons and the script for the steps; without the script all steps are open and the buttons hidden.
  private var stepping: String {
    func say(_ phrase: PagePhrase) -> String {
      HTMLText.escape(language.say(phrase).plain(in: Notation(language: language)))
    }
    return """
      <nav class="stepper" aria-label="\(say(.steps))" data-place="\(say(.openSteps))" data-show="\(say(.showAll))" \
      data-hide="\(say(.hideAll))" hidden>
      <button type="button" class="back">\(say(.back))</button>
      <span class="place" aria-hidden="true"></span>
      <span class="unseen" aria-live="polite"></span>
      <button type="button" class="all">\(say(.showAll))</button>
      <button type="button" class="next">\(say(.next))</button>
      </nav>
      \(numbers)<script>
      \(numbers.isEmpty ? PageAssets.steps : PageAssets.living)
      </script>

      """
  }
}
