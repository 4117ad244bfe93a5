internal import DomainValues
internal import SourceText

/// The values of one attribute for all nodes of a type, without an object per value.
///
/// Scalars are 64-bit words; strings and parsed domain values are numbers in the graph's pool;
/// collections are runs of a child column; structures have a child column per attribute.
struct Column: Sendable {
  /// How the words are to be read.
  private enum Representation: Sendable {
    case bits
    case integers
    case floats
    case pooled
    case edges(ResourceTypeID)
    /// Words are the end offsets of runs in the one child.
    case runs(isSet: Bool)
    /// Words are the end offsets of runs in the two children, keys and values.
    case pairs
    /// Words are indices into the children.
    case structure(StructureID)
  }

  private enum State: UInt8, Sendable {
    case value
    case absent
    case unknown
  }

  private let type: ValueType
  private let representation: Representation
  private var states: [State] = []
  private var words: [Int64] = []
  private var origins: [SourceRange?] = []
  private var children: [Column] = []
  /// The causes of unknown values, by row.
  private var causes: [Int: [Cause]] = [:]
  /// Why collections are incomplete, by row.
  private var missing: [Int: [Cause]] = [:]

  /// Creates an empty column for values of `type`.
  ///
  /// - Precondition: structures of `schema` do not contain themselves, except through collections
  ///   that are never built here.
  init(_ type: TypeID, in schema: Schema) {
    let plain = schema.types[schema.types.unwrapped(type)]
    self.type = plain
    switch plain {
    case .bool: representation = .bits
    case .int, .duration, .timestamp, .bytes: representation = .integers
    case .float: representation = .floats
    case .resource(let target): representation = .edges(target)
    case .list(let element):
      representation = .runs(isSet: false)
      children = [Column(element, in: schema)]
    case .set(let element):
      representation = .runs(isSet: true)
      children = [Column(element, in: schema)]
    case .map(let key, let value):
      representation = .pairs
      children = [Column(key, in: schema), Column(value, in: schema)]
    case .structure(let id):
      representation = .structure(id)
      children = schema[id].attributes.map { Column($0.type, in: schema) }
    case .error, .string, .cidr, .cidrSet, .portSet, .arn, .regex, .policyDocument, .filterPattern,
      .version, .ipAddress, .glob, .json, .enumeration, .optional:
      representation = .pooled
    }
  }

  /// The number of rows.
  var count: Int { states.count }

  /// Adds a row that holds `cell`.
  mutating func append(_ cell: Cell, pool: inout ValuePool) {
    let row = states.count
    origins.append(cell.origin)
    switch cell.reading {
    case .absent:
      states.append(.absent)
      words.append(words.last.map { isCollection ? $0 : 0 } ?? 0)
    case .unknown(let reasons):
      states.append(.unknown)
      words.append(words.last.map { isCollection ? $0 : 0 } ?? 0)
      causes[row] = reasons
    case .value(let value):
      precondition(fits(value), "a column of \(type) is given \(value)")
      states.append(.value)
      words.append(word(for: value, row: row, pool: &pool))
    }
  }

  /// Returns what row `row` holds, a 0-based index.
  func cell(at row: Int, pool: ValuePool) -> Cell {
    switch states[row] {
    case .absent: Cell(.absent, origin: origins[row])
    case .unknown: Cell(.unknown(causes[row] ?? []), origin: origins[row])
    case .value: Cell(.value(value(at: row, pool: pool)), origin: origins[row])
    }
  }

  /// Whether words are end offsets, which rows without a value repeat.
  private var isCollection: Bool {
    switch representation {
    case .runs, .pairs: true
    case .bits, .integers, .floats, .pooled, .edges, .structure: false
    }
  }

  /// Whether the column can hold the value.
  private func fits(_ value: Value) -> Bool {
    switch (representation, value) {
    case (.bits, .bool), (.floats, .float), (.runs(isSet: false), .list),
      (.runs(isSet: true), .set),
      (.pairs, .map):
      true
    case (.integers, .int), (.integers, .duration), (.integers, .timestamp), (.integers, .bytes):
      true
    case (.edges(let target), .resource(let row)): row.type == target
    case (.structure(let id), .structure(let other, let cells)):
      id == other && cells.count == children.count
    case (.pooled, _): true
    default: false
    }
  }

  /// Returns the word that stands for `value`, whose parts are added to the children.
  private mutating func word(for value: Value, row: Int, pool: inout ValuePool) -> Int64 {
    if case .pooled = representation { return pool.demand(value) }
    switch value {
    case .bool(let bool): return bool ? 1 : 0
    case .int(let number): return number
    case .duration(let duration): return duration.milliseconds
    case .timestamp(let timestamp): return timestamp.milliseconds
    case .bytes(let size): return size.bytes
    case .float(let number): return Int64(bitPattern: number.bitPattern)
    case .resource(let target): return Int64(target.index)
    case .list(let collection), .set(let collection):
      for element in collection.elements { children[0].append(element, pool: &pool) }
      if !collection.missing.isEmpty { missing[row] = collection.missing }
      return Int64(children[0].count)
    case .map(let entries, let reasons):
      for entry in entries {
        children[0].append(Cell(.value(entry.key)), pool: &pool)
        children[1].append(entry.value, pool: &pool)
      }
      if !reasons.isEmpty { missing[row] = reasons }
      return Int64(children[0].count)
    case .structure(_, let cells):
      for (index, cell) in cells.enumerated() { children[index].append(cell, pool: &pool) }
      return Int64((children.first?.count ?? 1) - 1)
    case .string, .cidr, .cidrSet, .portSet, .arn, .regex, .policyDocument, .filterPattern,
      .version,
      .ipAddress, .glob, .json, .enumeration:
      return pool.demand(value)
    }
  }

  /// Returns the value in row `row`, whose state is `value`.
  private func value(at row: Int, pool: ValuePool) -> Value {
    let word = words[row]
    switch representation {
    case .bits: return .bool(word != 0)
    case .integers: return integer(word)
    case .floats: return .float(Double(bitPattern: UInt64(bitPattern: word)))
    case .pooled: return pool[word]
    case .edges(let target): return .resource(RowID(type: target, index: Int(word)))
    case .runs(let isSet):
      let elements = run(at: row).map { children[0].cell(at: $0, pool: pool) }
      let collection = Collection(elements, missing: missing[row] ?? [])
      return isSet ? .set(collection) : .list(collection)
    case .pairs:
      let entries = run(at: row).compactMap { index -> MapEntry? in
        guard let key = children[0].cell(at: index, pool: pool).reading.value else { return nil }
        return MapEntry(key: key, value: children[1].cell(at: index, pool: pool))
      }
      return .map(entries, missing: missing[row] ?? [])
    case .structure(let id):
      return .structure(id, children.map { $0.cell(at: Int(word), pool: pool) })
    }
  }

  /// Returns the rows of the children that belong to row `row`.
  private func run(at row: Int) -> Range<Int> {
    (row == 0 ? 0 : Int(words[row - 1]))..<Int(words[row])
  }

  /// Returns the value of the column's type that is the number `word`.
  private func integer(_ word: Int64) -> Value {
    switch type {
    case .duration: .duration(PolicyDuration(milliseconds: word))
    case .timestamp: Timestamp(milliseconds: word).map { .timestamp($0) } ?? .int(word)
    case .bytes: .bytes(ByteCount(bytes: word))
    default: .int(word)
    }
  }
}
