extension Character {
  /// Whether it is written in a square of its own: a letter or a mark of Chinese.
  package var isChinese: Bool { isFullWidthMark || unicodeScalars.first?.properties.isIdeographic == true }

  /// Whether it is punctuation as wide as a letter of Chinese, with its space in it.
  package var isFullWidthMark: Bool { "。，、；：？！（）".contains(self) }
}
