/// A rectangle around a label, or around what no label may lie on.
struct LabelFrame {
  let middle: Drawing.Point
  let (width, height): (Double, Double)

  func meets(_ other: LabelFrame) -> Bool { overlap(with: other) > 0 }

  /// The area of what both have.
  func overlap(with other: LabelFrame) -> Double {
    let wide = (width + other.width) / 2 - abs(middle.x - other.middle.x)
    let high = (height + other.height) / 2 - abs(middle.y - other.middle.y)
    return wide > 0 && high > 0
      ? min(wide, width, other.width) * min(high, height, other.height) : 0
  }

  /// Whether some of it lies between two vertical lines.
  func reaches(from left: Double, to right: Double) -> Bool {
    left < middle.x + width / 2 && middle.x - width / 2 < right
  }

  func holds(_ point: Drawing.Point) -> Bool {
    abs(middle.x - point.x) < width / 2 && abs(middle.y - point.y) < height / 2
  }
}
