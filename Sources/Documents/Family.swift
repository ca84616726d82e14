import Formulas

/// Things that are alike but for some numbers: the lines of all weights into a layer, the rows of a long table.
///
/// They are made as they are written, so that a hundred thousand of them take no memory.
public struct Family<Content: Hashable & Sendable>: Sendable {
  /// How many there are.
  public let count: Int
  private let form: @Sendable (Int, inout Gaps) -> Int?
  private let whole: @Sendable (Int, [Gap]) -> Content
  private let single: @Sendable (Int) -> Content

  /// `count` members, by their places from 0 on.
  ///
  /// `form` tells which form a member has, and what stands in its gaps; `nil` for one of its own kind, which `single`
  /// makes, as it does any other. `whole` writes a form with its gaps filled in.
  public init(
    count: Int, form: @escaping @Sendable (_ place: Int, _ gaps: inout Gaps) -> Int?,
    whole: @escaping @Sendable (_ form: Int, _ gaps: [Gap]) -> Content,
    single: @escaping @Sendable (_ place: Int) -> Content
  ) {
    self.count = count
    self.form = form
    self.whole = whole
    self.single = single
  }

  /// The form of the member at a place, and what stands in its gaps; `nil` where it has to be made by itself.
  func form(at place: Int, _ gaps: inout Gaps) -> Int? {
    gaps.removeAll()
    guard let form = form(place, &gaps), gaps.areComplete else { return nil }
    return form
  }

  /// A form in full.
  func content(_ form: Int, _ gaps: [Gap]) -> Content { whole(form, gaps) }

  /// A member made by itself.
  func single(at place: Int) -> Content { single(place) }

  /// All of them, each made by itself.
  var singles: [Content] { (0..<count).map(single) }

  /// All of them in full, for what can not be written without seeing the last.
  package var all: [Content] { (0..<count).map { self[$0] } }

  /// The member at a place in full.
  public subscript(place: Int) -> Content {
    var gaps = Gaps()
    guard let form = form(at: place, &gaps) else { return single(place) }
    return whole(form, gaps.all)
  }
}

extension Family: Hashable {
  /// Two families are equal where all their members are.
  public static func == (left: Family, right: Family) -> Bool {
    left.count == right.count && (0..<left.count).allSatisfy { left[$0] == right[$0] }
  }

  /// By how many there are.
  public func hash(into hasher: inout Hasher) { hasher.combine(count) }
}
