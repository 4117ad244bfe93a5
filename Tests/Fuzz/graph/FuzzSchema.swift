internal import ResourceModel
internal import SourceText

/// What graphs are fuzzed with.
enum FuzzSchema {
  /// Returns a schema with an account, a region, and a type with an attribute of every kind.
  static func make() -> Schema {
    var schema = Schema()
    let range = SourceRange(file: FileID(index: 0), lower: 0, upper: 0)
    func attribute(
      _ name: String, _ type: TypeID, _ absence: Absence = .malformed, key: KeyScope? = nil
    ) -> Attribute {
      Attribute(
        name: name, type: type, absence: absence, key: key, inverse: nil, documentation: "",
        range: range)
    }
    let types: [ValueType] = [
      .bool, .int, .float, .string, .duration, .timestamp, .bytes, .cidr, .cidrSet, .portSet, .arn,
      .regex, .policyDocument, .filterPattern, .json, .enumeration(EnumerationID(index: 0)),
      .structure(StructureID(index: 0)), .resource(ResourceTypeID(index: 0)),
      .resource(ResourceTypeID(index: 1)), .resource(ResourceTypeID(index: 2)),
    ]
    var attributes: [Attribute] = []
    for (index, type) in types.enumerated() {
      let id = schema.types.demand(type)
      attributes.append(attribute("a\(index)", id, key: type == .string ? .region : nil))
      attributes.append(attribute("o\(index)", schema.types.demand(.optional(id)), .allowed))
      attributes.append(attribute("l\(index)", schema.types.demand(.list(id))))
      attributes.append(attribute("s\(index)", schema.types.demand(.set(id))))
      let text = schema.types.simple(.string)
      attributes.append(attribute("m\(index)", schema.types.demand(.map(key: text, value: id))))
    }
    schema.enumerations = [
      EnumerationType(
        name: "E",
        cases: [
          .init(name: "One", spellings: ["one", "1"], isOtherwise: false),
          .init(name: "Two", spellings: ["two"], isOtherwise: false),
        ], documentation: "", range: range)
    ]
    schema.structures = [
      StructureType(
        name: "S",
        attributes: [
          attribute("x", schema.types.simple(.int)),
          attribute("y", schema.types.simple(.bool), .value(.bool(true))),
          attribute("z", schema.types.demand(.optional(schema.types.simple(.string))), .allowed),
        ], documentation: "", range: range)
    ]
    let text = schema.types.simple(.string)
    let account = schema.types.demand(.resource(ResourceTypeID(index: 0)))
    schema.resources = [
      ResourceType(
        name: "A", container: .account, attributes: [attribute("id", text, key: .everywhere)],
        documentation: "", range: range),
      ResourceType(
        name: "R", container: .region,
        attributes: [attribute("id", text, key: .account), attribute("account", account)],
        documentation: "", range: range),
      ResourceType(
        name: "T", container: nil, attributes: attributes, documentation: "", range: range),
    ]
    return schema
  }
}
