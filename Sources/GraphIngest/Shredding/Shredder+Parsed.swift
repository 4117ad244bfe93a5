internal import DomainValues
internal import ResourceModel
internal import StructuredText

/// Domain values, each parsed once for each way in which it is written.
extension Shredder {
  /// A text that is read as a value of some type.
  struct ParsedText: Hashable {
    let type: UInt32
    let text: UInt32
  }

  /// Adds a row for the domain value at `index` of the arena.
  mutating func shredParsed(
    _ index: Int, _ shape: Shape, missing: UInt32, into column: inout Column
  ) {
    let node = node(index)
    if missing != 0 { return shredIncomplete(index, shape, missing: missing, into: &column) }
    if node.form == .array, case .addresses = shape.kind, let id = quickAddresses(index) {
      return column.append(pooled: id)
    }
    let raw = ParsedText(type: shape.type.index, text: demand(rawTextOf: node))
    if let known = parsedTexts[raw] { return column.append(pooled: known) }
    switch parsed(index, shape) {
    case .success(let value):
      let id = pools.values.demand(value)
      parsedTexts[raw] = id
      column.append(pooled: id)
    case .failure(let problem):
      // Of a list some may be known, and any of them may be a mark.
      if node.form == .array {
        shredIncomplete(index, shape, missing: 0, into: &column)
      } else {
        refuse(node, shape, problem.text, &column)
      }
    }
  }

  /// Adds a row for the policy at `index` of the arena, a text that holds JSON or the JSON itself.
  mutating func shredPolicy(
    _ index: Int, _ shape: Shape, missing: UInt32, into column: inout Column
  ) {
    let node = node(index)
    if missing != 0 { return shredIncomplete(index, shape, missing: missing, into: &column) }
    let text = node.form == .object ? demand(rawTextOf: node) : demand(contentOf: node)
    if let known = pools.values.number(ofPolicyText: text) {
      return column.append(pooled: known)
    }
    do {
      // Only what asks the policy something needs more than that it is one.
      try PolicyDocument.check(utf8: pools.strings.utf8(of: text))
      column.append(pooled: pools.values.demand(policyText: text))
    } catch {
      refuse(node, shape, error.message, &column)
    }
  }

  /// Returns the number of the set of the blocks in the list at `index`, if all of them are blocks of
  /// IPv4 that are written in the usual way.
  private mutating func quickAddresses(_ index: Int) -> UInt32? {
    var ends: [UInt32] = []
    swap(&ends, &intervalEnds)
    defer { swap(&ends, &intervalEnds) }
    ends.removeAll(keepingCapacity: true)
    var isSorted = true
    var child = index + 1
    while child < Int(node(index).end) {
      let node = node(child)
      guard node.isPlainString,
        let (lower, upper) = Cidr.version4Ends(of: unsafe buffer(contentOf: node).span)
      else { return nil }
      if let last = ends.last, last == .max || lower <= last + 1 { isSorted = false }
      ends.append(lower)
      ends.append(upper)
      child += 1
    }
    if !isSorted {
      let intervals = stride(from: 0, to: ends.count, by: 2).map { ends[$0]...ends[$0 + 1] }
      ends = IntervalSet(joining: intervals).ends
    }
    return pools.values.demand(addresses: ends.span)
  }

  /// Returns whether the text at `node` is an ARN.
  func isArn(_ node: JSONNode) -> Bool { Arn.isWritten(by: unsafe buffer(contentOf: node).span) }

  /// Returns the bytes of a string without its quotes, where they are.
  @inline(__always)
  func buffer(contentOf node: JSONNode) -> UnsafeBufferPointer<UInt8> {
    let content = contentRange(node)
    return unsafe UnsafeBufferPointer(start: text + content.lowerBound, count: content.count)
  }

  /// Returns the value that the text, list or object at `index` writes.
  private func parsed(_ index: Int, _ shape: Shape) -> Result<Value, Misfit> {
    let node = node(index)
    do throws(ValueError) {
      switch (table.schema.types[shape.type], node.form) {
      case (.cidrSet, .array), (.portSet, .array): return parsedList(index, shape)
      case (.portSet, .number):
        guard let port = integer(node), let ports = PortSet(from: port, through: port) else {
          return .failure(Misfit("`\(clippedText(node))` is not a port"))
        }
        return .success(.portSet(ports, missing: []))
      case (_, .plainString), (_, .escapedString):
        let text = string(node)
        switch table.schema.types[shape.type] {
        case .cidr: return .success(.cidr(try Cidr.parse(text)))
        case .cidrSet: return .success(.cidrSet(try CidrSet.parse(text), missing: []))
        case .portSet: return .success(.portSet(try PortSet.parse(text), missing: []))
        case .regex: return .success(.regex(try RegexPattern.parse(text)))
        case .filterPattern: return .success(.filterPattern(try FilterPattern.parse(text)))
        case .version: return .success(.version(try Version.parse(text)))
        case .ipAddress: return .success(.ipAddress(try IPAddress.parse(text)))
        case .glob: return .success(.glob(Glob(text)))
        case .error, .bool, .int, .float, .string, .duration, .timestamp, .bytes, .arn,
          .policyDocument, .json, .enumeration, .structure, .resource, .list, .set, .map, .optional:
          return .failure(Misfit(misfit(node, shape)))
        }
      default: return .failure(Misfit(misfit(node, shape)))
      }
    } catch {
      return .failure(Misfit(error.message))
    }
  }

  /// Returns the union of the blocks or ports in a list of texts and numbers, if all are known.
  private func parsedList(_ index: Int, _ shape: Shape) -> Result<Value, Misfit> {
    var addresses: [CidrSet] = []
    var ports: [PortSet] = []
    var child = index + 1
    while child < Int(node(index).end) {
      switch node(child).form == .array ? .failure(Misfit("")) : parsed(child, shape) {
      case .success(.cidrSet(let set, _)): addresses.append(set)
      case .success(.portSet(let set, _)): ports.append(set)
      case .success: break
      case .failure(let problem): return .failure(problem)
      }
      child = Int(node(child).end)
    }
    let isAddresses = table.schema.types[shape.type] == .cidrSet
    return .success(
      isAddresses
        ? .cidrSet(CidrSet(union: addresses), missing: [])
        : .portSet(PortSet(union: ports), missing: []))
  }

  /// Adds a set of addresses or ports of which some are not known, and `missing` says why others
  /// are; of other values, one that is unknown.
  private mutating func shredIncomplete(
    _ index: Int, _ shape: Shape, missing: UInt32, into column: inout Column
  ) {
    let node = node(index)
    var causes = pools.causes[missing]
    var addresses: [CidrSet] = []
    var ports: [PortSet] = []
    var child = node.form == .array ? index + 1 : index
    let end = node.form == .array ? Int(node.end) : index + 1
    while child < end {
      if self.node(child).form == .object, isMark(child) {
        causes += self.causes(ofMark: child)
      } else {
        switch self.node(child).form == .array
          ? .failure(Misfit("a list in a list"))
          : parsed(child, shape)
        {
        case .success(.cidrSet(let set, _)): addresses.append(set)
        case .success(.portSet(let set, _)): ports.append(set)
        case .success: causes.append(Cause(.malformed, misfit(node, shape)))
        case .failure(let problem): causes.append(Cause(.malformed, problem.text))
        }
      }
      child = Int(self.node(child).end)
    }
    let reasons = causes.distinct
    switch table.schema.types[shape.type] {
    case .cidrSet:
      let union = CidrSet(union: addresses)
      column.append(Cell(.value(.cidrSet(union, missing: reasons))), pools: &pools)
    case .portSet:
      let union = PortSet(union: ports)
      column.append(Cell(.value(.portSet(union, missing: reasons))), pools: &pools)
    case .error, .bool, .int, .float, .string, .duration, .timestamp, .bytes, .cidr, .arn, .regex,
      .policyDocument, .filterPattern, .version, .ipAddress, .glob, .json, .enumeration, .structure,
      .resource, .list, .set, .map, .optional:
      column.appendUnknown(causes: pools.causes.demand(reasons))
    }
  }
}
