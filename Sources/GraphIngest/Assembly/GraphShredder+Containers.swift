internal import ResourceModel
internal import SourceText
internal import StructuredText

/// Accounts and regions, which are there because something is in them, and may be written out.
extension GraphShredder {
  /// Adds the account or region, of which `records` tell.
  mutating func addContainer(
    _ type: Int, _ kind: ContainerKind, account: UInt32, region: UInt32,
    _ records: [ContainerRecord]
  ) {
    let name = kind == .account ? account : region
    _ = builder.insertNode(
      ResourceTypeID(index: type), address: name, place: records.first?.place ?? Place.nowhere,
      isNew: false, account: account, region: region)
    for offset in shredder.table.readAttributes(of: type) {
      let told = records.filter { tells(of: offset, type, $0) }
      if let record = told.first {
        append(offset, type, of: record, isContradicted: !isSame(told, offset, type))
      } else {
        appendImplied(offset, type, name: name, account: account)
      }
    }
  }

  /// Adds what follows from there being the container, for an attribute of which nothing is told.
  private mutating func appendImplied(_ offset: Int, _ type: Int, name: UInt32, account: UInt32) {
    let attribute = shredder.table.schema.resources[type].attributes[offset]
    let member = shredder.table.members[shredder.table.attributes[type].lowerBound + offset]
    let plain = shredder.table.schema.types.unwrapped(attribute.type)
    if attribute.key != nil, shredder.table.schema.types[plain] == .string {
      builder.tables[type].columns[offset].append(pooled: name)
    } else if member.container == .account {
      builder.tables[type].columns[offset].append(edgeWithKey: account)
    } else {
      builder.tables[type].columns[offset].appendUnknown(causes: shredder.notCollected)
    }
  }

  /// Adds what `record` says of the attribute at `offset`.
  private mutating func append(
    _ offset: Int, _ type: Int, of record: ContainerRecord, isContradicted: Bool
  ) {
    let member = shredder.table.attributes[type].lowerBound + offset
    let shape = shredder.table.members[member].shape
    if isContradicted {
      let cause = Cause(.malformed, "two resources say different things of it")
      let causes = shredder.pools.causes.demand([cause])
      return builder.tables[type].columns[offset].appendUnknown(causes: causes)
    }
    withAttribute(offset, type, of: record) { shredder, builder, index in
      shredder.shred(index, shape, into: &builder.tables[type].columns[offset])
    }
  }

  /// Returns whether the record has the attribute at `offset`.
  private mutating func tells(of offset: Int, _ type: Int, _ record: ContainerRecord) -> Bool {
    var isFound = false
    // What each record has beside the schema is counted once, with the first attribute.
    let counts = offset == shredder.table.readAttributes(of: type).first
    withAttribute(offset, type, of: record, counts: counts) { _, _, _ in isFound = true }
    return isFound
  }

  /// Returns whether all records write the attribute at `offset` in the same way.
  private mutating func isSame(_ records: [ContainerRecord], _ offset: Int, _ type: Int) -> Bool {
    var texts: Set<ExactText> = []
    for record in records {
      withAttribute(offset, type, of: record) { shredder, _, index in
        let node = shredder.node(index)
        texts.insert(ExactText("\(node.form) \(shredder.string(node))"))
      }
    }
    return texts.count == 1
  }

  /// Calls `body` with the place in the arena of the attribute at `offset`, if the record has it;
  /// `counts` says whether names that the type does not have are counted.
  private mutating func withAttribute(
    _ offset: Int, _ type: Int, of record: ContainerRecord, counts: Bool = false,
    _ body: (inout Shredder, inout GraphBuilder, Int) -> Void
  ) {
    var scanner = JSONScanner(file: FileID(index: 0))
    let table = shredder.table
    unsafe record.text.withUnsafeBufferPointer { text in
      do throws(JSONError) {
        _ = unsafe try scanner.scan(text)
      } catch {
        // It was read before, or it would not be here.
        return
      }
      guard let base = text.baseAddress else { return }
      unsafe shredder.text = base
      unsafe shredder.nodes = UnsafePointer(scanner.nodes)
      let first = shredder.locate(0, among: table.record, owner: Int.max)
      let attributes = Int(shredder.places[first + 4])
      shredder.releasePlaces(table.record.count)
      guard attributes >= 0 else { return }
      let strangers = shredder.strangers
      let start = shredder.locate(attributes, among: table.attributes[type], owner: type)
      if !counts { shredder.strangers = strangers }
      let index = Int(shredder.places[start + offset])
      shredder.releasePlaces(table.attributes[type].count)
      if index >= 0 { body(&shredder, &builder, index) }
    }
  }
}
