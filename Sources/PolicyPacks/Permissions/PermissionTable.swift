package import Diagnostics
package import ResourceModel
package import SourceText
internal import StructuredText

/// Which calls to the source show which parts of resources, so that whoever collects evidence can
/// be given just these.
package struct PermissionTable: Sendable {
  /// The path of the file in its pack.
  package static let path = "permissions.yaml"

  private struct Key: Hashable, Sendable {
    let type: String
    /// The attribute; `nil` for that there are such resources at all.
    let attribute: String?
  }

  private var actions: [Key: [String]] = [:]
  private var places: [(key: Key, range: SourceRange)] = []

  /// Creates a table that says nothing.
  package init() {}

  /// Returns the actions that must be allowed to see `attribute` of resources of the type called
  /// `type`, or that there are such resources.
  package func actions(of attribute: String?, of type: String) -> [String] {
    actions[Key(type: type, attribute: attribute)] ?? []
  }

  /// Adds what another table says.
  package mutating func formUnion(_ other: PermissionTable) {
    actions.merge(other.actions) { first, second in first + second }
    places += other.places
  }

  /// Returns what names of the table `schema` does not have.
  package func problems(in schema: Schema) -> DiagnosticSet {
    var diagnostics = DiagnosticSet()
    for (key, range) in places {
      guard let type = schema.resource(named: key.type) else {
        let near = Spelling.nearest(to: key.type, in: schema.resources.map(\.name))
        diagnostics.insert(.permissionsOfUnknownType(key.type, didYouMean: near, at: range))
        continue
      }
      guard let attribute = key.attribute, schema[type].attribute(named: attribute) == nil else {
        continue
      }
      let near = Spelling.nearest(to: attribute, in: schema[type].attributes.map(\.name))
      diagnostics.insert(
        .permissionsOfUnknownAttribute(attribute, of: key.type, didYouMean: near, at: range))
    }
    return diagnostics
  }
}

extension PermissionTable {
  /// Returns the table that the file `id` writes, and what is wrong with it.
  package static func read(
    _ id: FileID, in sources: SourceMap
  ) -> (PermissionTable, DiagnosticSet) {
    var table = PermissionTable()
    let (root, problems) = YAMLReader.parse(sources[id], id: id)
    guard let root else { return (table, problems) }
    var record = YAMLRecord(
      root, of: "the file of permissions", keys: ["permissions"], diagnostics: problems)
    _ = record.demand("permissions")
    for entry in record.entries("permissions") {
      table.read(entry.value, of: entry.key, into: &record.diagnostics)
    }
    return (table, record.diagnostics)
  }

  private mutating func read(
    _ node: YAMLNode, of type: YAMLNode, into diagnostics: inout DiagnosticSet
  ) {
    let name = type.scalar?.text ?? ""
    var record = YAMLRecord(
      node, of: "the permissions of `\(name)`", keys: ["list", "attributes"],
      diagnostics: diagnostics)
    insert(record.texts("list"), Key(type: name, attribute: nil), at: type.range)
    for entry in record.entries("attributes") {
      let key = Key(type: name, attribute: entry.key.scalar?.text ?? "")
      var texts: [String] = []
      for element in entry.value.sequence ?? [entry.value] {
        if let text = record.text(element) { texts.append(text) }
      }
      insert(texts, key, at: entry.key.range)
    }
    diagnostics = record.diagnostics
  }

  private mutating func insert(_ texts: [String], _ key: Key, at range: SourceRange) {
    actions[key, default: []] += texts
    places.append((key, range))
  }
}
