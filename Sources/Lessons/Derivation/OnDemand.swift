/// A list whose elements are made when they are asked for, each time anew: of a large network nobody reads them all.
package struct OnDemand<Element: Sendable>: RandomAccessCollection, Sendable {
  /// How many there are.
  package let count: Int
  private let element: @Sendable (Int) -> Element

  init(count: Int, element: @escaping @Sendable (Int) -> Element) {
    (self.count, self.element) = (count, element)
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { count }

  /// The same elements, made once.
  var kept: OnDemand {
    let all = Array(self)
    return OnDemand(count: count) { all[$0] }
  }

  package subscript(position: Int) -> Element { element(position) }
}
