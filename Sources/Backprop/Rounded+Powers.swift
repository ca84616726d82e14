import Formulas

/// Powers, roots and waves, with their rounding.
extension Rounded {
  // |sin(x + δ) − sin x| ≤ |δ| |cos x| + δ²/2
  public static func sin(_ x: Rounded) -> Rounded { x.wave(.sin(x.value), slope: .cos(x.value)) }
  public static func cos(_ x: Rounded) -> Rounded { x.wave(.cos(x.value), slope: .sin(x.value)) }

  private func wave(_ result: Double, slope: Double) -> Rounded {
    let near = shift * slope.magnitude + shift * shift / 2
    let far = Swift.min(shift, 2)
    // 0 · ∞ says nothing, and the other counts.
    return Rounded(function: result, (near < far ? near : far) / .ulpOfOne)
  }

  public static func named(_ function: NamedFunction, _ x: Rounded) -> Rounded {
    let value = Double.named(function, x.value)
    switch function {
    case .floor: return Rounded(exactly: value)
    case .stop: return x
    case .tan, .sinh, .cosh, .arcsin, .arccos, .arctan, .erf:
      let isExact = x.error == 0
      return Rounded(
        function: value, isExact ? 0 : x.error * function.steepness(around: x.value, within: x.shift))
    }
  }

  // √x − √(x − δ) = δ / (√x + √(x − δ)); what is below 0 has no root, and is not meant.
  public static func squareRoot(_ x: Rounded) -> Rounded {
    let root = x.value.squareRoot()
    if x.shift == 0 { return Rounded(root, 0) }
    let moved =
      x.shift < x.value
      ? x.error / (root + (x.value - x.shift).squareRoot())
      : Swift.max(root, (x.value + x.shift).squareRoot() - root) / .ulpOfOne
    return Rounded(root, moved)
  }

  public static func power(_ base: Rounded, _ exponent: Rounded) -> Rounded {
    let power = Double.power(base.value, exponent.value)
    let (x, s, y, t) = (base.value, base.shift, exponent.value, exponent.shift)
    var moved = PowerReach.bound(x, movedBy: s, to: y, movedBy: t)
    // Down to 0, where a power has no slope, it only rises.
    if !moved.isFinite, x >= 0, y > t {
      moved = Swift.max(power, Swift.max(.power(x + s, y + t), .power(x + s, y - t)) - power)
    }
    if x == 0, power == 0, moved == 0 { return Rounded(exactly: 0) }
    return Rounded(function: power, moved / .ulpOfOne)
  }
}
