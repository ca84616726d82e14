import Texts

/// The first name that has what is left out of `name`: its neurons, or the example, or an end that was cut off.
///
/// Who counts the neurons of a weight the other way round means the same weight, and who leaves something out is nearer to
/// the full name than to a name with another letter.
package func fullName(of name: String, among names: [String]) -> String? {
  // No name is so long, and each of them would be compared with all of it.
  guard name.utf8.count <= longestWord else { return nil }
  if let swapped = neuronsSwapped(in: name), names.contains(swapped) { return swapped }
  let digits = name.reversed().prefix { ("0"..."9").contains($0) }.count
  let stem = name.dropLast(digits).last == "@" ? name.dropLast(digits + 1) : name[...]
  let example = name[stem.endIndex...]
  let isCutOff = name.contains("[") && !name.contains("]")
  let longer = names.filter { $0.hasPrefix(stem + "[") }
  return longer.first { $0.hasSuffix(example) } ?? longer.first
    ?? names.first { $0.hasPrefix(name + "@") || (isCutOff && $0.hasPrefix(name)) }
}

/// `w1[2,1]` for `w1[1,2]`; `nil` where no two neurons are in brackets.
private func neuronsSwapped(in name: String) -> String? {
  guard let opening = name.firstIndex(of: "["), let closing = name[opening...].firstIndex(of: "]") else {
    return nil
  }
  let neurons = name[opening..<closing].dropFirst().split(separator: ",", omittingEmptySubsequences: false)
  guard neurons.count == 2 else { return nil }
  return "\(name[...opening])\(neurons[1]),\(neurons[0])\(name[closing...])"
}
