internal import ResourceModel
internal import SourceText

/// The raw resources by their addresses.
///
/// It is a class so that they are looked through only once somebody asks: mostly nobody does. It stays
/// in one task.
final class RawAddresses {
  private let resources: [RawResource]
  private var indices: [ExactText: Int]?

  /// Creates the addresses of `resources`.
  init(_ resources: [RawResource]) {
    self.resources = resources
  }

  /// Returns the 0-based index of the raw resource with the address, the last if several have it; none
  /// that the input takes away.
  func resource(at address: String) -> Int? {
    let indices = self.indices ?? indexed()
    self.indices = indices
    return indices[ExactText(address)]
  }

  private func indexed() -> [ExactText: Int] {
    var indices: [ExactText: Int] = [:]
    indices.reserveCapacity(resources.count)
    for index in resources.indices where !resources[index].isFormer {
      indices[ExactText(resources[index].address)] = index
    }
    return indices
  }
}
