package import SourceText

/// The values of one attribute for all nodes of a type, without an object per value.
///
/// A row is added by one of the `append` functions that fits the column's kind, by `endRun` after
/// the elements were added to `children`, or by `endStructure` after every child got a row. Which
/// of the arrays hold what is said by `ColumnKind`; the others stay empty.
package struct Column: Sendable {
  /// The type of the values, without its being optional.
  package let type: ValueType

  /// How rows are stored.
  package let kind: ColumnKind

  /// What each row holds, as raw values of `CellState`.
  package internal(set) var states: [UInt8] = []

  /// The rows of small values.
  package internal(set) var bytes: [UInt8] = []

  /// The rows of numbers that name something.
  package internal(set) var ids: [UInt32] = []

  /// The rows of wide values.
  package internal(set) var words: [Int64] = []

  /// The columns of the parts.
  package var children: [Column] = []

  /// Why rows are unknown, as numbers of cause lists; of other rows it says nothing.
  package internal(set) var causes = RunLengthIDs()

  /// Why collections are incomplete, as numbers of cause lists.
  package internal(set) var missing = RunLengthIDs()

  /// Where cells stand in the source; empty when no cell says so.
  private var origins: [SourceRange?] = []

  /// Whether rows of structures give it none.
  package private(set) var isLeftOut = false

  /// The number of rows that nobody filled, if nobody filled any.
  private var skippedCount: Int?

  /// Creates an empty column for values of `type`.
  ///
  /// - Precondition: structures of `schema` do not contain themselves.
  package init(_ type: TypeID, in schema: Schema) {
    let plain = schema.types[schema.types.unwrapped(type)]
    self.type = plain
    kind = ColumnKind.forValues(of: plain, in: schema)
    children = Column.parts(of: plain, in: schema)
  }

  /// Returns an empty column for each part of values of the type.
  private static func parts(of type: ValueType, in schema: Schema) -> [Column] {
    switch type {
    case .list(let element), .set(let element): [Column(element, in: schema)]
    case .map(let key, let value): [Column(key, in: schema), Column(value, in: schema)]
    case .structure(let id): schema[id].attributes.map { Column($0.type, in: schema) }
    case .error, .bool, .int, .float, .string, .duration, .timestamp, .bytes, .cidr, .cidrSet,
      .portSet, .arn, .regex, .policyDocument, .filterPattern, .version, .ipAddress,
      .glob, .json, .enumeration, .resource, .optional:
      []
    }
  }

  private init(type: ValueType, kind: ColumnKind) {
    self.type = type
    self.kind = kind
  }

  /// The number of rows.
  package var count: Int { skippedCount ?? states.count }

  /// Whether nobody filled the column, so that every row is unknown and none is stored.
  package var isSkipped: Bool { skippedCount != nil }

  /// Returns what the row at the 0-based index holds.
  package func state(at row: Int) -> CellState {
    isSkipped ? .unknown : CellState(rawValue: states[row]) ?? .unknown
  }

  /// Whether rows are numbers of texts in the pool.
  var isOfTexts: Bool {
    switch kind {
    case .strings, .arns: true
    case .bits, .integers, .floats, .cases, .pooled, .edges, .runs, .pairs, .structure: false
    }
  }

  /// Whether any cell, here or below, says where it stands.
  var hasOrigins: Bool { !origins.isEmpty || children.contains { $0.hasOrigins } }

  /// Returns where the cell of the row at the 0-based index stands.
  package func origin(at row: Int) -> SourceRange? {
    origins.indices.contains(row) ? origins[row] : nil
  }

  /// Returns why the row at the 0-based index, which is unknown, is so.
  package func causeList(at row: Int, _ pool: CausePool) -> [Cause] {
    isSkipped ? Column.skippedCauses : pool[causes[row]]
  }

  /// Why the rows of a column that nobody filled are unknown.
  package static let skippedCauses = [Cause(.notCollected)]

  /// A column of the same kind without rows.
  var withoutRows: Column { Column(type: type, kind: kind) }

  /// Returns the rows of the children that belong to the row at the 0-based index.
  package func run(at row: Int) -> Range<Int> {
    (row == 0 ? 0 : Int(ids[row - 1]))..<Int(ids[row])
  }
}

/// Adding rows.
extension Column {
  /// Adds a `Bool`.
  package mutating func append(bit: Bool) {
    bytes.append(bit ? 2 : 0)
    states.append(CellState.value.rawValue)
  }

  /// Adds a number, the milliseconds of a duration or timestamp, or the bytes of a size.
  package mutating func append(integer: Int64) {
    words.append(integer)
    states.append(CellState.value.rawValue)
  }

  /// Adds a `Float`.
  package mutating func append(float: Double) {
    words.append(Int64(bitPattern: float.bitPattern))
    states.append(CellState.value.rawValue)
  }

  /// Adds the enum case at the 0-based index.
  ///
  /// - Precondition: the column is of the kind `cases`.
  package mutating func append(caseIndex: Int) {
    bytes.append(UInt8(caseIndex))
    states.append(CellState.value.rawValue)
  }

  /// Adds the text, ARN or value with the number `id` in its pool.
  ///
  /// - Precondition: in a column of ARNs, the text is one.
  package mutating func append(pooled id: UInt32) {
    ids.append(id)
    states.append(CellState.value.rawValue)
  }

  /// Adds an edge to the node at the 0-based index.
  package mutating func append(edge row: Int) {
    ids.append(UInt32(row))
    states.append(CellState.value.rawValue)
  }

  /// Adds an edge to the node that has the text with the number `id` for a key.
  package mutating func append(edgeWithKey id: UInt32) {
    ids.append(id)
    states.append(CellState.pending.rawValue)
  }

  /// Adds a row that is absent.
  package mutating func appendAbsent() {
    appendNothing()
    states.append(CellState.absent.rawValue)
  }

  /// Adds a row that is unknown because of the list of causes with the number `causes`.
  package mutating func appendUnknown(causes id: UInt32) {
    causes.append(id, at: states.count)
    appendNothing()
    states.append(CellState.unknown.rawValue)
  }

  /// Adds a collection of all elements that were added to the children since the last row; the list
  /// of causes with the number `missing` says why there may be more.
  package mutating func endRun(missing id: UInt32 = 0) {
    missing.append(id, at: states.count)
    ids.append(UInt32(children[0].count))
    states.append(CellState.value.rawValue)
  }

  /// Adds a structure, to whose children a row was added, unless they are left out.
  package mutating func endStructure() {
    states.append(CellState.value.rawValue)
  }

  /// Says where the last row stands in the source.
  package mutating func setOrigin(_ origin: SourceRange?) {
    guard origin != nil || !origins.isEmpty else { return }
    while origins.count < states.count - 1 { origins.append(nil) }
    origins.append(origin)
  }

  /// Fills up what a row that holds nothing takes in the arrays of its kind.
  private mutating func appendNothing() {
    switch kind {
    case .bits, .cases: bytes.append(0)
    case .integers, .floats: words.append(0)
    case .strings, .arns, .pooled, .edges: ids.append(0)
    case .runs, .pairs: ids.append(ids.last ?? 0)
    case .structure:
      for index in children.indices where !children[index].isLeftOut {
        children[index].appendAbsent()
      }
    }
  }

  /// Takes care that structures give no row to the column of an attribute that nothing reads, so that
  /// every row of it is unknown.
  package mutating func leaveOut(child index: Int) { children[index].isLeftOut = true }

  /// Gives every column below that has no rows as many as it has to have, all unknown.
  ///
  /// - Precondition: it has `count` rows or none.
  mutating func complete(to count: Int) {
    if states.isEmpty, count > 0, skippedCount == nil {
      skippedCount = count
      return
    }
    precondition(self.count == count, "a column has as many rows as its table, or none")
    switch kind {
    case .runs, .pairs:
      let elements = Int(ids.last ?? 0)
      for index in children.indices { children[index].complete(to: elements) }
    case .structure: for index in children.indices { children[index].complete(to: count) }
    case .bits, .integers, .floats, .cases, .strings, .arns, .pooled, .edges: break
    }
  }

  /// Puts in the place of a pending key the node at the 0-based index that it names.
  mutating func resolve(_ row: Int, to target: UInt32) {
    ids[row] = target
    states[row] = CellState.value.rawValue
  }

  /// Marks the rows of pending keys that lead nowhere as unknown; both arrays go together, and the
  /// rows ascend.
  mutating func resolve(_ rows: [UInt32], toCauses lists: [UInt32]) {
    guard !rows.isEmpty else { return }
    var merged = RunLengthIDs()
    var next = 0
    for row in states.indices {
      if next < rows.count, Int(rows[next]) == row {
        merged.append(lists[next], at: row)
        states[row] = CellState.unknown.rawValue
        ids[row] = 0
        next += 1
      } else if states[row] == CellState.unknown.rawValue {
        merged.append(causes[row], at: row)
      }
    }
    causes = merged
  }
}
