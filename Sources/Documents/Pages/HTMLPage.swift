/// What stands around the blocks of a page: one file, which needs nothing from anywhere else.
struct HTMLPage {
  /// Whether the page unfolds step by step.
  let hasSteps: Bool
  var style = PageAssets.style
  /// What stands above the document, if anything does.
  var header = ""
  /// What stands below it.
  var footer = ""

  /// Up to the first block; the title has been made harmless.
  func opening(titled title: String) -> String {
    """
    <!doctype html>
    <html lang="en">
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

  /// From the last block on.
  var closing: String {
    "</main>\n" + footer + (hasSteps ? Self.stepping : "") + "</body>\n</html>\n"
  }

  /// Without the script all steps are open, and nothing of this is shown.
  private static let stepping = """
    <nav class="stepper" aria-label="Steps" hidden>
    <button type="button" class="back">Back</button>
    <span class="place" aria-hidden="true"></span>
    <span class="unseen" aria-live="polite"></span>
    <button type="button" class="all">Show all</button>
    <button type="button" class="next">Next step</button>
    </nav>
    <script>
    \(PageAssets.steps)
    </script>

    """
}
