internal import ResourceModel
internal import SourceText

/// The kinds of types that have parts; those without are in every table.
private enum TypeTag: UInt8 {
  case enumeration, structure, resource, list, set, map, optional
}

/// What it means that an attribute is absent.
private enum AbsenceTag: UInt8 {
  case malformed, allowed, value
}

extension CompiledWriter {
  /// Writes a schema.
  mutating func write(_ schema: Schema) throws(CompiledFormError) {
    write(schema.resources.count)
    write(schema.structures.count)
    try write(list: schema.enumerations) { (writer, enumeration) throws(CompiledFormError) in
      writer.write(enumeration.name)
      try writer.write(list: enumeration.cases) { (writer, each) throws(CompiledFormError) in
        writer.write(each.name)
        try writer.write(texts: each.spellings)
        writer.write(each.isOtherwise)
      }
      writer.write(enumeration.documentation)
      writer.write(enumeration.range)
    }
    let composed = schema.types.all.dropFirst(TypeTable().all.count)
    try write(list: Array(composed)) { (writer, type) throws(CompiledFormError) in
      try writer.write(type)
    }
    for resource in schema.resources {
      write(resource.name)
      try write(optional: resource.container) { (writer, kind) throws(CompiledFormError) in
        writer.write(case: kind)
      }
      try write(resource.attributes)
      write(resource.documentation)
      write(resource.range)
    }
    for structure in schema.structures {
      write(structure.name)
      try write(structure.attributes)
      write(structure.documentation)
      write(structure.range)
    }
  }

  private mutating func write(_ type: ValueType) throws(CompiledFormError) {
    switch type {
    case .enumeration(let id): write(.enumeration, id.index)
    case .structure(let id): write(.structure, id.index)
    case .resource(let id): write(.resource, id.index)
    case .list(let element): write(.list, Int(element.index))
    case .set(let element): write(.set, Int(element.index))
    case .map(let key, let value):
      write(.map, Int(key.index))
      write(UInt64(value.index))
    case .optional(let wrapped): write(.optional, Int(wrapped.index))
    case .error, .bool, .int, .float, .string, .duration, .timestamp, .bytes, .cidr, .cidrSet,
      .portSet, .arn, .regex, .policyDocument, .filterPattern, .version, .ipAddress, .glob, .json:
      throw .unsupported("a type without parts in two places")
    }
  }

  private mutating func write(_ tag: TypeTag, _ index: Int) {
    write(UInt64(tag.rawValue))
    write(index)
  }

  private mutating func write(_ attributes: [Attribute]) throws(CompiledFormError) {
    try write(list: attributes) { (writer, attribute) throws(CompiledFormError) in
      writer.write(attribute.name)
      writer.write(UInt64(attribute.type.index))
      switch attribute.absence {
      case .malformed: writer.write(UInt64(AbsenceTag.malformed.rawValue))
      case .allowed: writer.write(UInt64(AbsenceTag.allowed.rawValue))
      case .value(let value):
        writer.write(UInt64(AbsenceTag.value.rawValue))
        try writer.write(value)
      }
      try writer.write(optional: attribute.key) { (writer, scope) throws(CompiledFormError) in
        writer.write(case: scope)
      }
      try writer.write(optional: attribute.inverse) { (writer, edge) throws(CompiledFormError) in
        writer.write(edge.resource.index)
        writer.write(edge.attribute)
      }
      try writer.write(texts: attribute.formerNames)
      writer.write(attribute.documentation)
      writer.write(attribute.range)
    }
  }

  /// Writes a list of texts.
  package mutating func write(texts: [String]) throws(CompiledFormError) {
    try write(list: texts) { (writer, text) throws(CompiledFormError) in writer.write(text) }
  }
}

extension CompiledReader {
  /// Returns what a program with a schema that follows may name.
  mutating func context() throws(CompiledFormError) -> CompiledContext {
    let (resourceCount, structureCount) = (try count(), try count())
    var schema = Schema()
    schema.enumerations = try list { (reader) throws(CompiledFormError) in
      let name = try reader.string()
      let cases = try reader.list { (reader) throws(CompiledFormError) in
        EnumerationType.Case(
          name: try reader.string(), spellings: try reader.texts(), isOtherwise: try reader.bool())
      }
      return EnumerationType(
        name: name, cases: cases, documentation: try reader.string(), range: try reader.range())
    }
    var types = schema.types.all.map { schema.types.simple($0) }
    let composed = try count()
    for _ in 0..<composed {
      let type = try type(
        types, resources: resourceCount, structures: structureCount,
        enumerations: schema.enumerations.count)
      let id = schema.types.demand(type)
      guard Int(id.index) == types.count else { throw .malformed }
      types.append(id)
    }
    var context = CompiledContext(schema: schema, types: types)
    for _ in 0..<resourceCount {
      let name = try string()
      let container = try optional { (reader) throws(CompiledFormError) in
        try reader.oneCase(of: ContainerKind.self)
      }
      let attributes = try attributes(context, resources: resourceCount)
      context.schema.resources.append(
        ResourceType(
          name: name, container: container, attributes: attributes,
          documentation: try string(), range: try range()))
    }
    for _ in 0..<structureCount {
      let name = try string()
      let attributes = try attributes(context, resources: resourceCount)
      context.schema.structures.append(
        StructureType(
          name: name, attributes: attributes, documentation: try string(), range: try range()))
    }
    try checkEdges(of: context.schema)
    return context
  }

  /// Throws if an attribute is the inverse of none.
  private func checkEdges(of schema: Schema) throws(CompiledFormError) {
    for resource in schema.resources {
      for attribute in resource.attributes {
        guard let edge = attribute.inverse else { continue }
        guard schema[edge.resource].attributes.indices.contains(edge.attribute) else {
          throw .malformed
        }
      }
    }
  }

  private mutating func type(
    _ types: [TypeID], resources: Int, structures: Int, enumerations: Int
  ) throws(CompiledFormError) -> ValueType {
    switch try tag(TypeTag.self) {
    case .enumeration: .enumeration(EnumerationID(index: try index(below: enumerations)))
    case .structure: .structure(StructureID(index: try index(below: structures)))
    case .resource: .resource(ResourceTypeID(index: try index(below: resources)))
    case .list: .list(types[try index(below: types.count)])
    case .set: .set(types[try index(below: types.count)])
    case .map:
      .map(
        key: types[try index(below: types.count)], value: types[try index(below: types.count)])
    case .optional: .optional(types[try index(below: types.count)])
    }
  }

  private mutating func attributes(
    _ context: CompiledContext, resources: Int
  ) throws(CompiledFormError) -> [Attribute] {
    try list { (reader) throws(CompiledFormError) in
      let name = try reader.string()
      let type = try reader.typeID(context)
      let absence: Absence
      switch try reader.tag(AbsenceTag.self) {
      case .malformed: absence = .malformed
      case .allowed: absence = .allowed
      case .value: absence = .value(try reader.value(context.schema))
      }
      let key = try reader.optional { (reader) throws(CompiledFormError) in
        try reader.oneCase(of: KeyScope.self)
      }
      let inverse = try reader.optional { (reader) throws(CompiledFormError) in
        EdgeID(
          resource: ResourceTypeID(index: try reader.index(below: resources)),
          attribute: try reader.small())
      }
      return Attribute(
        name: name, type: type, absence: absence, key: key, inverse: inverse,
        formerNames: try reader.texts(), documentation: try reader.string(),
        range: try reader.range())
    }
  }

  /// Returns a list of texts.
  package mutating func texts() throws(CompiledFormError) -> [String] {
    try list { (reader) throws(CompiledFormError) in try reader.string() }
  }
}
