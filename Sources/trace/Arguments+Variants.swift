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
}
