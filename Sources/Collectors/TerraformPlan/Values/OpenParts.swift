internal import ResourceModel
internal import SourceText

/// The parts of containers that are being built, on two stacks, so that no container takes memory of
/// its own until it is whole.
struct OpenParts {
  /// The members of objects.
  var members: [(name: RawName, value: RawValueID)] = []

  /// The elements of lists.
  var elements: [RawValueID] = []

  /// Adds to `values` the object of the members from the 0-based place `first` on, and forgets them.
  mutating func closeObject(
    from first: Int, in values: inout RawValues, origin: SourceRange?
  ) -> RawValueID {
    let object = values.insert(object: members[first...], origin: origin)
    members.removeLast(members.count - first)
    return object
  }

  /// Adds to `values` the list of the elements from the 0-based place `first` on, and forgets them.
  mutating func closeList(
    from first: Int, in values: inout RawValues, origin: SourceRange?
  ) -> RawValueID {
    let list = values.insert(list: elements[first...], origin: origin)
    elements.removeLast(elements.count - first)
    return list
  }
}
