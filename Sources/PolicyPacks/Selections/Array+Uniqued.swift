extension Array where Element: Hashable {
  /// The elements, each once, in the order of their first occurrence.
  @inlinable package var uniqued: [Element] {
    if count < 2 { return self }
    var seen = Set<Element>(minimumCapacity: count)
    return filter { seen.insert($0).inserted }
  }
}
