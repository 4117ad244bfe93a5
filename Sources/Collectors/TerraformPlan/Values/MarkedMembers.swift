internal import StructuredText

/// The members of the marks of one object that mark anything.
struct MarkedMembers {
  /// The keys and the marks, in source order.
  private(set) var members: [(key: JSONNodeID, mark: JSONNodeID)] = []

  /// The marks of the object, of which several may have a member with one key.
  private let marks: [JSONNodeID]

  /// Where there are more members, they are found through an index.
  private static let few = 16

  /// Finds the members of `marks`, of which those that are no objects have none.
  init(of marks: [JSONNodeID], in json: JSONDocument) {
    self.marks = marks
    for mark in marks {
      members.reserveCapacity(members.count + json.count(of: mark))
      var next = json.firstKey(of: mark)
      while let key = next {
        let member = json.value(of: key)
        if json.holdsTrue(member) { members.append((key, member)) }
        next = json.key(after: key, of: mark)
      }
    }
  }

  /// Returns whether each mark marks a member as a whole.
  func areWhole(in json: JSONDocument) -> Bool {
    members.allSatisfy { json.boolean($0.mark) == true }
  }

  /// Returns the first mark of the member with the key `key` that marks anything.
  func firstMark(
    of key: JSONNodeID, in json: JSONDocument, _ lookup: inout MemberLookup
  ) -> JSONNodeID? {
    if members.count > MarkedMembers.few { return marks(of: key, in: json, &lookup).first }
    for member in members where json.isSameKey(member.key, key) { return member.mark }
    return nil
  }

  /// Returns the marks of the member with the key `key` that mark anything, in the order of the marks
  /// they are in.
  func marks(
    of key: JSONNodeID, in json: JSONDocument, _ lookup: inout MemberLookup
  ) -> [JSONNodeID] {
    if members.count > MarkedMembers.few {
      return marks.compactMap { lookup.member(like: key, of: $0) }
        .filter { json.holdsTrue($0) }
    }
    var found: [JSONNodeID] = []
    for member in members where json.isSameKey(member.key, key) { found.append(member.mark) }
    return found
  }
}
