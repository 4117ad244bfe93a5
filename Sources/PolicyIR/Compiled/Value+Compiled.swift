internal import DomainValues
internal import ResourceModel

/// The kinds of values that constants have.
private enum ValueTag: UInt8 {
  case bool, int, float, string, duration, timestamp, bytes, cidr, cidrSet, portSet, arn, regex
  case filterPattern, enumeration, list, set, map, version, ipAddress, glob
  case policyDocument
}

extension CompiledWriter {
  /// Writes a constant.
  mutating func write(_ value: Value) throws(CompiledFormError) {
    switch value {
    case .bool(let bool):
      write(tag: .bool)
      write(bool)
    case .int(let number):
      write(tag: .int)
      write(signed: number)
    case .float(let number):
      write(tag: .float)
      write(number.bitPattern)
    case .string(let text):
      write(tag: .string)
      write(text)
    case .duration(let duration):
      write(tag: .duration)
      write(signed: duration.milliseconds)
    case .timestamp(let timestamp):
      write(tag: .timestamp)
      write(signed: timestamp.milliseconds)
    case .bytes(let size):
      write(tag: .bytes)
      write(signed: size.bytes)
    case .cidr(let cidr):
      write(tag: .cidr)
      write(case: cidr.network.family)
      write(cidr.network.bits)
      write(cidr.prefix)
    case .cidrSet(let set, let missing):
      guard missing.isEmpty else { throw .unsupported("an incomplete set") }
      write(tag: .cidrSet)
      try write(list: set.version4.intervals) { (writer, interval) throws(CompiledFormError) in
        writer.write(UInt64(interval.lowerBound))
        writer.write(UInt64(interval.upperBound))
      }
      try write(list: set.version6.intervals) { (writer, interval) throws(CompiledFormError) in
        writer.write(interval.lowerBound)
        writer.write(interval.upperBound)
      }
    case .portSet(let set, let missing):
      guard missing.isEmpty else { throw .unsupported("an incomplete set") }
      write(tag: .portSet)
      try write(list: set.ports.intervals) { (writer, interval) throws(CompiledFormError) in
        writer.write(UInt64(interval.lowerBound))
        writer.write(UInt64(interval.upperBound))
      }
    case .arn(let arn):
      write(tag: .arn)
      write(arn.description)
    case .regex(let pattern):
      write(tag: .regex)
      write(pattern.text)
      write(pattern.isCaseInsensitive)
    case .filterPattern(let pattern):
      write(tag: .filterPattern)
      try write(pattern)
    case .version(let version):
      write(tag: .version)
      write(version.description)
    case .ipAddress(let address):
      write(tag: .ipAddress)
      write(case: address.family)
      write(address.bits)
    case .glob(let glob):
      write(tag: .glob)
      try write(glob)
    case .enumeration(let id, let index):
      write(tag: .enumeration)
      write(id.index)
      write(index)
    case .list(let collection):
      write(tag: .list)
      try write(collection)
    case .set(let collection):
      write(tag: .set)
      try write(collection)
    case .map(let entries, let missing):
      guard missing.isEmpty else { throw .unsupported("an incomplete map") }
      write(tag: .map)
      try write(list: entries) { (writer, entry) throws(CompiledFormError) in
        try writer.write(entry.key)
        try writer.write(entry.value)
      }
    case .policyDocument(let policy):
      let text = policy.description
      guard (try? PolicyDocument.parse(text)) == policy else {
        throw .unsupported("a policy that its text does not say")
      }
      write(tag: .policyDocument)
      write(text)
    case .json, .structure, .resource:
      throw .unsupported("a constant of a kind that no policy can write")
    }
  }

  private mutating func write(tag: ValueTag) { write(UInt64(tag.rawValue)) }

  private mutating func write(_ bits: UInt128) {
    write(UInt64(truncatingIfNeeded: bits >> 64))
    write(UInt64(truncatingIfNeeded: bits))
  }

  private mutating func write(_ collection: Collection) throws(CompiledFormError) {
    guard collection.missing.isEmpty else { throw .unsupported("an incomplete collection") }
    try write(list: collection.elements) { (writer, cell) throws(CompiledFormError) in
      try writer.write(cell)
    }
  }

  private mutating func write(_ cell: Cell) throws(CompiledFormError) {
    guard case .value(let value) = cell.reading else { throw .unsupported("a value not known") }
    try write(value)
    try write(optional: cell.origin) { (writer, range) throws(CompiledFormError) in
      writer.write(range)
    }
  }
}

extension CompiledReader {
  /// How deep values may be in each other.
  private static let deepest = 64

  /// Returns a constant, whose enumerations are in `schema`.
  mutating func value(
    _ schema: Schema, depth: Int = 0
  ) throws(CompiledFormError) -> Value {
    guard depth < CompiledReader.deepest else { throw .malformed }
    switch try tag(ValueTag.self) {
    case .bool: return .bool(try bool())
    case .int: return .int(try signed())
    case .float: return .float(Double(bitPattern: try number()))
    case .string: return .string(try string())
    case .duration: return .duration(PolicyDuration(milliseconds: try signed()))
    case .timestamp:
      guard let timestamp = Timestamp(milliseconds: try signed()) else { throw .malformed }
      return .timestamp(timestamp)
    case .bytes: return .bytes(ByteCount(bytes: try signed()))
    case .cidr:
      let family = try oneCase(of: IPAddress.Family.self)
      let bits = try wide()
      guard bits <= family.greatest else { throw .malformed }
      let prefix = try index(below: family.width + 1)
      return .cidr(Cidr(containing: IPAddress(family: family, bits: bits), prefix: prefix))
    case .cidrSet:
      let version4 = try list { (reader) throws(CompiledFormError) in
        try reader.interval(UInt32.self)
      }
      let version6 = try list { (reader) throws(CompiledFormError) in try reader.wideInterval() }
      return .cidrSet(
        CidrSet(version4: IntervalSet(version4), version6: IntervalSet(version6)), missing: [])
    case .portSet:
      let ports = try list { (reader) throws(CompiledFormError) in
        try reader.interval(UInt16.self)
      }
      return .portSet(PortSet(IntervalSet(ports)), missing: [])
    case .arn:
      guard let arn = try? Arn.parse(try string()) else { throw .malformed }
      return .arn(arn)
    case .regex:
      let text = try string()
      return .regex(RegexPattern(parsed: text, isCaseInsensitive: try bool()))
    case .filterPattern: return .filterPattern(try filterPattern())
    case .version:
      guard let version = try? Version.parse(try string()) else { throw .malformed }
      return .version(version)
    case .ipAddress:
      let family = try oneCase(of: IPAddress.Family.self)
      let bits = try wide()
      guard bits <= family.greatest else { throw .malformed }
      return .ipAddress(IPAddress(family: family, bits: bits))
    case .glob: return .glob(try glob())
    case .policyDocument:
      guard let policy = try? PolicyDocument.parse(try string()) else { throw .malformed }
      return .policyDocument(policy)
    case .enumeration:
      let id = EnumerationID(index: try index(below: schema.enumerations.count))
      return .enumeration(id, try index(below: schema[id].cases.count))
    case .list: return .list(Collection(try cells(schema, depth)))
    case .set: return .set(Collection(try cells(schema, depth)))
    case .map:
      let entries = try list { (reader) throws(CompiledFormError) in
        let key = try reader.value(schema, depth: depth + 1)
        return MapEntry(key: key, value: try reader.cell(schema, depth))
      }
      return .map(entries, missing: [])
    }
  }

  private mutating func wide() throws(CompiledFormError) -> UInt128 {
    let upper = try number()
    return UInt128(upper) << 64 | UInt128(try number())
  }

  private mutating func interval<Number: FixedWidthInteger>(
    _ type: Number.Type
  ) throws(CompiledFormError) -> ClosedRange<Number> {
    guard let lower = Number(exactly: try number()), let upper = Number(exactly: try number()),
      lower <= upper
    else { throw .malformed }
    return lower...upper
  }

  private mutating func wideInterval() throws(CompiledFormError) -> ClosedRange<UInt128> {
    let (lower, upper) = (try wide(), try wide())
    guard lower <= upper else { throw .malformed }
    return lower...upper
  }

  private mutating func cells(_ schema: Schema, _ depth: Int) throws(CompiledFormError) -> [Cell] {
    try list { (reader) throws(CompiledFormError) in try reader.cell(schema, depth) }
  }

  private mutating func cell(_ schema: Schema, _ depth: Int) throws(CompiledFormError) -> Cell {
    let value = try value(schema, depth: depth + 1)
    let origin = try optional { (reader) throws(CompiledFormError) in try reader.range() }
    return Cell(.value(value), origin: origin)
  }
}
