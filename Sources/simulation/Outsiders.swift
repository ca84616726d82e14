import Formulas
import Grading

/// Mistakes that the catalog does not have, to see that they are not blamed on one that it has.
extension Mistake {
  static let outsiders: [Mistake] = [
    outsider("a weight added, not multiplied") { site in
      guard case .weightedInput(let l, let j) = site.place else { return nil }
      return site.w(l, j, 0) + site.a(l - 1, 0)
    },
    outsider("the bias twice") { site in
      guard case .weightedInput(let l, let j) = site.place, let b = site.b(l, j) else { return nil }
      return site.right + b
    },
    outsider("σ of half of z") { site in
      guard case .activation(let l, let j) = site.place else { return nil }
      return .call(.sigma, .quotient(site.z(l, j), .integer(2)))
    },
    outsider("the derivative of a cube") { site in
      guard case .costSlope(let j) = site.place else { return nil }
      return .integer(3) * .power(site.a(site.last, j) - site.y(j), 2)
    },
    outsider("a + y") { site in
      guard case .costSlope(let j) = site.place else { return nil }
      return .integer(2) * (site.a(site.last, j) + site.y(j))
    },
    outsider("the square in the derivative") { site in
      guard case .costSlope(let j) = site.place else { return nil }
      return .integer(2) * .power(site.a(site.last, j) - site.y(j), 2)
    },
    outsider("a(1 + a)") { site in
      guard case .slope(let l, let j, _) = site.place else { return nil }
      return site.a(l, j) * (.integer(1) + site.a(l, j))
    },
    outsider("1 − a") { site in
      guard case .slope(let l, let j, _) = site.place else { return nil }
      return .integer(1) - site.a(l, j)
    },
    outsider("the slope added") { site in
      guard case .error(let l, let j) = site.place else { return nil }
      return site.slopeOfCost(l, j) + site.slopeName(l, j)
    },
    outsider("divided by the slope") { site in
      guard case .error(let l, let j) = site.place else { return nil }
      return site.slopeOfCost(l, j) / site.slopeName(l, j)
    },
    outsider("the bias for the weight") { site in
      guard case .passed(let l, let k) = site.place else { return nil }
      return .total(site.neurons(l).map { (site.b(l, $0) ?? site.w(l, $0, k)) * site.error(l, $0) })
    },
    outsider("the weight squared") { site in
      guard case .passed(let l, let k) = site.place else { return nil }
      return .total(site.neurons(l).map { .power(site.w(l, $0, k), 2) * site.error(l, $0) })
    },
    outsider("δ plus a") { site in
      guard case .weightGradient(let l, let j, let k) = site.place else { return nil }
      return site.error(l, j) + site.a(l - 1, k)
    },
    outsider("δ divided by a") { site in
      guard case .weightGradient(let l, let j, let k) = site.place else { return nil }
      return site.error(l, j) / site.a(l - 1, k)
    },
    outsider("δ squared") { site in
      guard case .biasGradient(let l, let j) = site.place else { return nil }
      return .power(site.error(l, j), 2)
    },
    outsider("a third of a step") { site in
      guard case .update = site.place, case .sum(let terms) = site.right, let old = terms.first,
        let step = terms.last
      else { return nil }
      return old + .quotient(step, .integer(3))
    },
  ]

  private static func outsider(_ name: String, _ wrong: @escaping Variant) -> Mistake {
    Mistake(name, .plausible, name, "", [wrong])
  }
}
