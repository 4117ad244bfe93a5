internal import CByteScan
internal import DomainValues
internal import ResourceModel
internal import StructuredText

/// Values with parts.
extension Shredder {
  mutating func shredList(
    _ node: JSONNode, _ index: Int, _ shape: Shape, missing: UInt32, into column: inout Column
  ) {
    var child = index + 1
    while child < Int(node.end) {
      shredElement(child, shape.element, into: &column.children[0])
      child = Int(self.node(child).end)
    }
    column.endRun(missing: missing)
  }

  /// Adds a row for an element, which must not be null unless its type says that it may.
  private mutating func shredElement(_ index: Int, _ place: Int, into column: inout Column) {
    let node = node(index)
    if node.isNull, !table.shapes[place].isOptional {
      return refuseMisfit(node, place, &column)
    }
    shred(index, place, into: &column)
  }

  /// Adds a row that is unknown, because the value at `node` is not of the shape at `place`.
  @inline(never)
  private mutating func refuseMisfit(_ node: JSONNode, _ place: Int, _ column: inout Column) {
    refuse(node, table.shapes[place], misfit(node, table.shapes[place]), &column)
  }

  /// Adds a set, of which equal elements are one.
  mutating func shredSet(
    _ node: JSONNode, _ index: Int, _ shape: Shape, missing: UInt32, into column: inout Column
  ) {
    let element = table.shapes[shape.element]
    var child = index + 1
    if element.kind.isEdge {
      // Edges are equal when their keys are.
      var seen: Set<UInt32> = []
      while child < Int(node.end) {
        let part = self.node(child)
        let isText = part.form == .plainString || part.form == .escapedString
        if !isText || seen.insert(demand(contentOf: part)).inserted {
          shredElement(child, shape.element, into: &column.children[0])
        }
        child = Int(part.end)
      }
      return column.endRun(missing: missing)
    }
    if element.kind.hasParts {
      // Those that are written alike are one; edges in them are not known to be equal before the
      // graph freezes.
      var written: Set<UInt32> = []
      while child < Int(node.end) {
        let part = self.node(child)
        if written.insert(demand(rawTextOf: part)).inserted {
          shredElement(child, shape.element, into: &column.children[0])
        }
        child = Int(part.end)
      }
      return column.endRun(missing: missing)
    }
    var elements = Column(element.type, in: table.schema)
    while child < Int(node.end) {
      shredElement(child, shape.element, into: &elements)
      child = Int(self.node(child).end)
    }
    var seen: Set<Cell> = []
    for row in 0..<elements.count {
      let cell = elements.cell(at: row, pools: pools)
      if seen.insert(cell).inserted { column.children[0].append(cell, pools: &pools) }
    }
    column.endRun(missing: missing)
  }

  mutating func shredMap(
    _ node: JSONNode, _ index: Int, _ shape: Shape, missing: UInt32, into column: inout Column
  ) {
    var causes = pools.causes[missing]
    var key = index + 1
    while key < Int(node.end) {
      let value = key + 1
      // A member that is null is as good as none.
      if !self.node(value).isNull {
        let before = column.children[0].count
        shredPlain(key, shape.key, missing: 0, into: &column.children[0])
        if column.children[0].state(at: before) == .value {
          shred(value, shape.element, into: &column.children[1])
        } else {
          // A key that does not fit its type is no key; its column keeps a row, and so do values.
          causes += column.children[0].causeList(at: before, pools.causes)
          column.children[1].appendUnknown(causes: notCollected)
        }
      }
      key = Int(self.node(value).end)
    }
    column.endRun(missing: pools.causes.demand(causes.distinct))
  }

  mutating func shredStructure(
    _ node: JSONNode, _ index: Int, _ shape: Shape, into column: inout Column
  ) {
    let first = locate(index, among: shape.members, owner: -1 - shape.members.lowerBound)
    for offset in 0..<shape.members.count {
      let member = table.members[shape.members.lowerBound + offset]
      guard member.isRead else { continue }
      let place = Int(places[first + offset])
      if place < 0 {
        column.children[offset].appendUnknown(causes: notCollected)
      } else if self.node(place).isNull {
        appendAbsence(shape.members.lowerBound + offset, into: &column.children[offset])
      } else {
        shred(place, member.shape, into: &column.children[offset])
      }
    }
    releasePlaces(shape.members.count)
    column.endStructure()
  }

  /// Adds what it means that the member at `place` is absent.
  private mutating func appendAbsence(_ place: Int, into column: inout Column) {
    switch table.absences[place] {
    case .allowed: column.appendAbsent()
    case .value(let value): column.append(Cell(.value(value)), pools: &pools)
    case .malformed:
      let name = String(decoding: table.names[table.members[place].name], as: UTF8.self)
      column.appendUnknown(
        causes: pools.causes.demand([Cause(.malformed, "\(name) is not set")]))
    }
  }

  /// Finds the values of `members` in the object at `index` of the arena, and returns where in
  /// `places` they are noted; `owner` is what the members belong to.
  mutating func locate(_ index: Int, among members: Range<Int>, owner: Int) -> Int {
    let first = reservePlaces(members.count)
    let end = Int(node(index).end)
    var key = index + 1
    while key < end {
      let keyNode = node(key)
      if let known = knownMember(of: keyNode, among: members), known >= 0 {
        notePlace(key + 1, at: first + known - members.lowerBound)
      } else {
        locate(keyNode, at: key, among: members, owner: owner, first: first)
      }
      key = Int(node(key + 1).end)
    }
    return first
  }

  /// Finds out which of `members`, whose places start at `first`, the key at `index` of the arena is.
  @inline(never)
  private mutating func locate(
    _ key: JSONNode, at index: Int, among members: Range<Int>, owner: Int, first: Int
  ) {
    if knownMember(of: key, among: members) != nil { return meet(key, owner) }
    let found = search(key, among: members)
    if found >= 0 {
      notePlace(index + 1, at: first + found - members.lowerBound)
      return remember(found, of: key, among: members)
    }
    let former = searchFormer(key, among: members)
    if former < 0 {
      remember(-1, of: key, among: members)
      return meet(key, owner)
    }
    // What has today's name counts, wherever it stands.
    let slot = first + former - members.lowerBound
    if places[slot] < 0 { notePlace(index + 1, at: slot) }
  }

  @inline(__always)
  private func isMember(_ place: Int, _ key: JSONNode) -> Bool {
    let member = table.members[place]
    guard member.digest == key.number else { return false }
    return key.isPlainString
      ? isName(member.name, at: contentRange(key)) : isName(member.name, key)
  }

  /// Returns whether a key that has escapes is the name.
  @inline(never)
  private func isName(_ name: Range<Int>, _ key: JSONNode) -> Bool {
    string(key).utf8.elementsEqual(table.names[name])
  }

  private func search(_ key: JSONNode, among members: Range<Int>) -> Int {
    for place in members where isMember(place, key) { return place }
    return -1
  }

  /// Returns the member that had the name before, or -1.
  private func searchFormer(_ key: JSONNode, among members: Range<Int>) -> Int {
    for former in table.formerNames
    where members.contains(former.member) && former.digest == key.number {
      let isSame =
        key.isPlainString
        ? isName(former.name, at: contentRange(key)) : isName(former.name, key)
      if isSame { return former.member }
    }
    return -1
  }

  /// Notes a name that its owner does not have.
  @inline(never)
  private mutating func meet(_ key: JSONNode, _ owner: Int) {
    for index in strangers.indices
    where strangers[index].digest == key.number && strangers[index].owner == owner {
      // Two names with one digest are counted as one: it is a note for people.
      strangers[index].count += 1
      return
    }
    guard strangers.count < Shredder.mostStrangers else { return }
    strangers.append(
      Stranger(
        owner: owner, digest: key.number, name: Array(string(key).utf8.prefix(120)), count: 1))
  }

  /// The most names that are told of.
  private static let mostStrangers = 200
}
