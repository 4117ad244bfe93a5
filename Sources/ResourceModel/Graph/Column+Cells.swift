internal import DomainValues
internal import SourceText

/// Cells in and out, for all that looks at one at a time.
extension Column {
  /// Adds a row that holds `cell`; a value of another type is malformed.
  package mutating func append(_ cell: Cell, pools: inout GraphPools) {
    switch cell.reading {
    case .absent: appendAbsent()
    case .unknown(let reasons): appendUnknown(causes: pools.causes.demand(reasons))
    case .value(let value):
      if !append(value, pools: &pools) {
        let cause = Cause(.malformed, "a value of another type", origin: cell.origin)
        appendUnknown(causes: pools.causes.demand([cause]))
      }
    }
    setOrigin(cell.origin)
  }

  /// Adds a row that holds `value`, and returns whether the column can hold it.
  private mutating func append(_ value: Value, pools: inout GraphPools) -> Bool {
    switch (kind, value) {
    case (.bits, .bool(let isTrue)): append(bit: isTrue)
    case (.integers, .int(let number)): append(integer: number)
    case (.integers, .duration(let duration)): append(integer: duration.milliseconds)
    case (.integers, .timestamp(let timestamp)): append(integer: timestamp.milliseconds)
    case (.integers, .bytes(let size)): append(integer: size.bytes)
    case (.floats, .float(let number)): append(float: number)
    case (.strings, .string(let text)): append(pooled: pools.strings.demand(text))
    case (.arns, .arn(let arn)): append(pooled: pools.strings.demand(arn.description))
    case (.cases(let id), .enumeration(let other, let index)) where id == other:
      append(caseIndex: index)
    case (.edges(let target), .resource(let row)) where row.type == target:
      append(edge: row.index)
    case (.runs(isSet: false), .list(let collection)), (.runs(isSet: true), .set(let collection)):
      for element in collection.elements { children[0].append(element, pools: &pools) }
      endRun(missing: pools.causes.demand(collection.missing))
    case (.pairs, .map(let entries, let missing)):
      for entry in entries {
        children[0].append(Cell(.value(entry.key)), pools: &pools)
        children[1].append(entry.value, pools: &pools)
      }
      endRun(missing: pools.causes.demand(missing))
    case (.structure(let id), .structure(let other, let cells))
    where id == other && cells.count == children.count:
      for (index, cell) in cells.enumerated() where !children[index].isLeftOut {
        children[index].append(cell, pools: &pools)
      }
      endStructure()
    case (.pooled, _): append(pooled: pools.values.demand(value))
    case (.bits, _), (.integers, _), (.floats, _), (.strings, _), (.arns, _), (.cases, _),
      (.edges, _), (.runs, _), (.pairs, _), (.structure, _):
      return false
    }
    return true
  }

  /// Returns what row `row` holds, a 0-based index.
  package func cell(at row: Int, pools: GraphPools) -> Cell {
    switch state(at: row) {
    case .absent, .pending: Cell(.absent, origin: origin(at: row))
    case .unknown:
      Cell(.unknown(causeList(at: row, pools.causes)), origin: origin(at: row))
    case .value: Cell(reading(at: row, pools: pools), origin: origin(at: row))
    }
  }

  /// Returns the value in row `row`, whose state is `value`.
  private func reading(at row: Int, pools: GraphPools) -> Reading {
    switch kind {
    case .bits: return .value(.bool(bytes[row] != 0))
    case .integers: return .value(integer(words[row]))
    case .floats: return .value(.float(Double(bitPattern: UInt64(bitPattern: words[row]))))
    case .cases(let id): return .value(.enumeration(id, Int(bytes[row])))
    case .strings: return .value(.string(pools.strings[ids[row]]))
    case .arns: return arn(pools.strings[ids[row]])
    case .pooled: return .value(pools.value(ids[row]))
    case .edges(let target): return .value(.resource(RowID(type: target, index: Int(ids[row]))))
    case .runs(let isSet):
      // In spans, because an element of an array would be copied to be asked.
      let elements = run(at: row).map { children.span[0].cell(at: $0, pools: pools) }
      let collection = Collection(elements, missing: pools.causes[missing[row]])
      return .value(isSet ? .set(collection) : .list(collection))
    case .pairs:
      let entries = run(at: row).compactMap { index -> MapEntry? in
        let key = children.span[0].cell(at: index, pools: pools)
        guard let key = key.reading.value else { return nil }
        return MapEntry(key: key, value: children.span[1].cell(at: index, pools: pools))
      }
      return .value(.map(entries, missing: pools.causes[missing[row]]))
    case .structure(let id):
      return .value(
        .structure(id, children.indices.map { children.span[$0].cell(at: row, pools: pools) }))
    }
  }

  private func arn(_ text: String) -> Reading {
    do {
      return .value(.arn(try Arn.parse(text)))
    } catch {
      return .unknown(Cause(.malformed, "not an ARN"))
    }
  }

  /// Returns the value of the column's type that is the number `word`.
  private func integer(_ word: Int64) -> Value {
    switch type {
    case .duration: .duration(PolicyDuration(milliseconds: word))
    case .timestamp: Timestamp(milliseconds: word).map { .timestamp($0) } ?? .int(word)
    case .bytes: .bytes(ByteCount(bytes: word))
    case .error, .bool, .int, .float, .string, .cidr, .cidrSet, .portSet, .arn, .regex,
      .policyDocument, .filterPattern, .version, .ipAddress, .glob, .json, .enumeration, .structure,
      .resource, .list, .set,
      .map, .optional:
      .int(word)
    }
  }
}
