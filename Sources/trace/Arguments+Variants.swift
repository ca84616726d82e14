import Grading
import Texts

extension Arguments {
  /// The seeds of several variants, `1-30` or one alone, if some are asked for.
  func variants(atMost most: UInt64) throws(CommandError) -> ClosedRange<UInt64>? {
    guard let text = self[.variants] else { return nil }
    if has(.variant) { throw .optionsApart(.variant, .variants) }
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map {
      wholeNumber(String($0)) as UInt64?
    }
    guard ends.count <= 2, let first = ends.first, let last = ends.last, let first, let last, first <= last,
      last - first < most
    else { throw .wrongVariants(text, atMost: most) }
    return first...last
  }

  /// The layers, `2` or `2-3`, if some are asked for.
  var layers: ClosedRange<Int>? {
    get throws(CommandError) {
      guard let text = self[.layers] else { return nil }
      guard let layers = Exercise.Choice.layers(text) else { throw .wrongLayers(text) }
      return layers
    }
  }
}
