internal import ResourceModel
internal import StructuredText

/// What the format writes in the place of a value that is not, or not fully, known.
extension Shredder {
  /// Returns whether the object at `index` of the arena stands for what is not known.
  @inline(__always)
  func isMark(_ index: Int) -> Bool { markKey(of: index) != nil }

  /// Returns the index in the arena of the key that makes a mark of the object at `index`, wherever
  /// among its members that is; `nil` if none does.
  @inline(__always)
  private func markKey(of index: Int) -> Int? {
    let end = Int(node(index).end)
    var key = index + 1
    while key < end {
      let first = unsafe text[Int(node(key).lower) + 1]
      if first == UInt8(ascii: "$") || first == UInt8(ascii: "\\"), isMarkName(node(key)) {
        return key
      }
      key = Int(node(key + 1).end)
    }
    return nil
  }

  @inline(never)
  private func isMarkName(_ key: JSONNode) -> Bool {
    let name = string(key)
    return name == "$unknown" || name == "$incomplete"
  }

  /// Adds a row for the mark at `index` of the arena, in the place of a value of the shape at
  /// `place`.
  @inline(never)
  mutating func shredMark(_ index: Int, _ place: Int, into column: inout Column) {
    let shape = table.shapes[place]
    guard let mark = markKey(of: index), string(node(mark)) == "$incomplete" else {
      return column.appendUnknown(causes: pools.causes.demand(causes(ofMark: index).distinct))
    }
    var reasons: [Cause] = []
    var key = index + 1
    while key < Int(node(index).end) {
      switch string(node(key)) {
      case "$incomplete": break
      case "because": reasons += causes(at: key + 1)
      default: reasons.append(Cause(.malformed, "`\(clippedText(node(key)))` beside `$incomplete`"))
      }
      key = Int(node(key + 1).end)
    }
    if reasons.isEmpty { reasons = [Cause(.notCollected)] }
    let missing = pools.causes.demand(reasons.distinct)
    switch shape.kind {
    case .list, .set, .map, .addresses, .ports:
      if node(mark + 1).form == .null { return column.appendUnknown(causes: missing) }
      shredPlain(mark + 1, place, missing: missing, into: &column)
    case .bit, .integer, .float, .duration, .timestamp, .byteCount, .cases, .pooledCases, .text,
      .arn, .parsed, .policy, .json, .edge, .structure:
      refuse(node(index), shape, "only a collection can be incomplete", &column)
    }
  }

  /// Returns the causes that the mark, or list of marks, at `index` of the arena names.
  private mutating func causes(at index: Int) -> [Cause] {
    guard node(index).form == .array else { return causes(ofMark: index) }
    var result: [Cause] = []
    var child = index + 1
    while child < Int(node(index).end) {
      result += causes(ofMark: child)
      child = Int(node(child).end)
    }
    return result
  }

  /// Returns the causes that the mark at `index` of the arena names; never none.
  mutating func causes(ofMark index: Int) -> [Cause] {
    guard node(index).form == .object else {
      return [Cause(.malformed, "a cause is written `{\"$unknown\": …}`")]
    }
    var kind: CauseKind?
    var detail = ""
    var key = index + 1
    while key < Int(node(index).end) {
      let value = node(key + 1)
      let isText = value.form == .plainString || value.form == .escapedString
      switch string(node(key)) {
      case "$unknown" where isText: kind = CauseKind(rawValue: string(value))
      case "detail" where isText: detail = clippedText(value)
      default: return [Cause(.malformed, "`\(clippedText(node(key)))` of a cause")]
      }
      key = Int(value.end)
    }
    guard let kind else { return [Cause(.malformed, "no such cause")] }
    return [Cause(kind, detail)]
  }
}
