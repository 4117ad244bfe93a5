internal import DomainValues
internal import ResourceModel

/// Prints values as interpolations do.
struct ValuePrinter {
  /// What enumerations, structures and nodes are.
  let schema: Schema

  /// The nodes, by whose names they are printed.
  let graph: ResourceGraph?

  /// The `Json` values.
  let rawValues: RawValues

  /// The nodes of a test case, while they are made.
  var fixtures: FixtureNodes?

  /// How deep values are printed.
  private static let depth = 32

  /// Returns the text of something that was read; of what is not known, why.
  func text(of reading: Reading) -> String { text(of: reading, depth: 0) }

  /// Returns the text of the value.
  func text(of value: Value) -> String { text(of: value, depth: 0) }

  private func text(of reading: Reading, depth: Int) -> String {
    switch reading {
    case .value(let value): return text(of: value, depth: depth)
    case .absent: return "absent"
    case .unknown(let causes):
      guard let cause = causes.first else { return "unknown" }
      return "unknown (\(cause))"
    }
  }

  private func text(of value: Value, depth: Int) -> String {
    guard depth < ValuePrinter.depth else { return "…" }
    switch value {
    case .bool(let isTrue): return isTrue ? "true" : "false"
    case .int(let number): return String(number)
    case .float(let number): return String(number)
    case .string(let text): return text
    case .duration(let duration): return duration.summary
    case .timestamp(let timestamp): return timestamp.description
    case .bytes(let size): return size.description
    case .cidr(let cidr): return cidr.description
    case .cidrSet(let set, let missing):
      return missing.isEmpty || !set.isEmpty
        ? listed([set.description], missing) : listed([], missing)
    case .portSet(let set, let missing):
      return missing.isEmpty || !set.isEmpty
        ? listed([set.summary], missing) : listed([], missing)
    case .arn(let arn): return arn.description
    case .regex(let pattern): return pattern.description
    case .policyDocument(let document): return document.description
    case .filterPattern(let pattern): return pattern.description
    case .version(let version): return version.description
    case .ipAddress(let address): return address.description
    case .glob(let glob): return glob.description
    case .json(let id): return text(of: id, depth: depth + 1)
    case .enumeration(let id, let index):
      let cases = schema[id].cases
      return cases.indices.contains(index) ? cases[index].name : "?"
    case .list(let collection):
      let texts = collection.elements.map { text(of: $0.reading, depth: depth + 1) }
      return listed(texts, collection.missing, in: ("[", "]"), depth: depth)
    case .set(let collection):
      let texts = collection.elements.map { text(of: $0.reading, depth: depth + 1) }
      return listed(texts, collection.missing, in: ("{", "}"), depth: depth)
    case .map(let entries, let missing):
      let texts = entries.map {
        "\(text(of: $0.key, depth: depth + 1)): \(text(of: $0.value.reading, depth: depth + 1))"
      }
      return listed(texts, missing, in: ("{", "}"), depth: depth)
    case .structure(let id, let cells):
      // What is absent says nothing, and what is not written would only be noise.
      let fields = zip(schema[id].attributes, cells).filter { $1.reading != .absent }.map {
        "\($0.name): \(text(of: $1.reading, depth: depth + 1))"
      }
      return "{\(fields.joined(separator: ", "))}"
    case .resource(let row):
      return graph?.name(of: row) ?? fixtures?.name(of: row)
        ?? "\(schema[row.type].name)#\(row.index + 1)"
    }
  }

  /// Returns the texts with commas between them, and that there may be more; `none` if there are
  /// none.
  ///
  /// Between `brackets` when it is part of another value, so that it can be told where it ends.
  private func listed(
    _ texts: [String], _ missing: [Cause], in brackets: (String, String) = ("", ""),
    depth: Int = 0
  ) -> String {
    let text = (texts + (missing.isEmpty ? [] : ["…"])).joined(separator: ", ")
    if depth > 0 { return brackets.0 + text + brackets.1 }
    return texts.isEmpty && missing.isEmpty ? "none" : text
  }

  private func text(of id: RawValueID, depth: Int) -> String {
    guard depth < ValuePrinter.depth else { return "…" }
    switch rawValues[id] {
    case .null: return "absent"
    case .boolean(let isTrue): return isTrue ? "true" : "false"
    case .number(let text), .string(let text): return text
    case .unknown(let cause, _): return "unknown (\(cause))"
    case .list:
      let texts = rawValues.children(of: id).map { text(of: $0, depth: depth + 1) }
      // A value is one level deeper than the `Json` that it is.
      return listed(texts, [], in: ("[", "]"), depth: depth - 1)
    case .object:
      let members = rawValues.members(of: id).map {
        "\($0.name): \(text(of: $0.value, depth: depth + 1))"
      }
      return "{\(members.joined(separator: ", "))}"
    }
  }
}
