internal import ResourceModel
package import SourceText

/// The types of the raw resources of an input, numbered in the order in which they are met.
package struct RawTypes {
  /// The types by their numbers, and the resources of each, ascending.
  private var types: [(name: ExactText, resources: [Int])] = []

  private var numbers: [ExactText: Int] = [:]

  /// The numbers of the types of resources, by the 0-based indices of those.
  private var numbersOfResources: [Int] = []

  /// Numbers the types of `resources`.
  init(_ resources: [RawResource]) {
    numbersOfResources.reserveCapacity(resources.count)
    for index in resources.indices {
      let number = demand(resources[index].type)
      types[number].resources.append(index)
      numbersOfResources.append(number)
    }
  }

  private mutating func demand(_ type: String) -> Int {
    let name = ExactText(type)
    let number = numbers[name] ?? types.count
    if number == types.count {
      numbers[name] = number
      types.append((name, []))
    }
    return number
  }

  /// The number of types.
  package var count: Int { types.count }

  /// The types, and how many resources are of each.
  package var counts: [(type: ExactText, count: Int)] {
    types.map { ($0.name, $0.resources.count) }
  }

  /// The number of the type of the resource at the 0-based index.
  package subscript(index: Int) -> Int { numbersOfResources[index] }

  /// Returns the number of the type, or `nil` if no resource is of it.
  package func number(of type: String) -> Int? { numbers[ExactText(type)] }

  /// Returns `true` iff there is a resource of any of `types`.
  package func contains(anyOf types: [String]) -> Bool {
    types.contains { number(of: $0) != nil }
  }

  /// Returns the 0-based indices of the resources of any of `types`, ascending.
  package func resources(ofAny types: [String]) -> [Int] {
    Set(types.compactMap { number(of: $0) }).flatMap { self.types[$0].resources }.sorted()
  }
}
