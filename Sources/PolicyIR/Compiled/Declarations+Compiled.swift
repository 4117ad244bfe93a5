internal import ResourceModel
internal import SourceText

/// The kinds of statements in rules.
private enum RuleStepTag: UInt8 {
  case filter, constant, requirement
}

/// The kinds of lines in mappings.
private enum MappingStepTag: UInt8 {
  case filter, adopted, join, scopedJoin, constant, field
}

extension CompiledWriter {
  /// Writes a function.
  mutating func write(_ function: Function) throws(CompiledFormError) {
    write(function.name)
    write(function.pack)
    write(function.isPrivate)
    try write(function.parameters)
    write(UInt64(function.result.index))
    write(function.body)
    write(function.slotCount)
    write(function.documentation)
    write(function.range)
  }

  /// Writes a rule.
  mutating func write(_ rule: Rule) throws(CompiledFormError) {
    write(rule.name)
    try write(texts: rule.formerNames)
    write(rule.pack)
    try write(rule.parameters)
    write(rule.population.index)
    write(rule.subjectSlot)
    try write(list: rule.steps) { (writer, step) throws(CompiledFormError) in
      switch step {
      case .filter(let condition):
        writer.write(UInt64(RuleStepTag.filter.rawValue))
        writer.write(condition)
      case .constant(let slot, let value):
        writer.write(UInt64(RuleStepTag.constant.rawValue))
        writer.write(slot)
        writer.write(value)
      case .requirement(let condition, let message):
        writer.write(UInt64(RuleStepTag.requirement.rawValue))
        writer.write(condition)
        try writer.write(optional: message) { (writer, id) throws(CompiledFormError) in
          writer.write(id)
        }
      }
    }
    write(rule.slotCount)
    write(case: rule.severity)
    write(rule.remediation)
    try write(optional: rule.onEmpty) { (writer, status) throws(CompiledFormError) in
      writer.write(case: status)
    }
    write(rule.documentation)
    write(rule.range)
  }

  /// Writes a mapping.
  mutating func write(_ mapping: Mapping) throws(CompiledFormError) {
    write(mapping.source)
    try write(texts: mapping.rawTypes)
    write(mapping.target.index)
    write(mapping.rawSlot)
    try write(list: mapping.steps) { (writer, step) throws(CompiledFormError) in
      switch step {
      case .filter(let condition):
        writer.write(UInt64(MappingStepTag.filter.rawValue))
        writer.write(condition)
      case .adopted(let condition):
        writer.write(UInt64(MappingStepTag.adopted.rawValue))
        writer.write(condition)
      case .join(let slot, let rawTypes, .path(let path)):
        writer.write(UInt64(MappingStepTag.join.rawValue))
        writer.write(slot)
        try writer.write(texts: rawTypes)
        try writer.write(texts: path)
      case .join(let slot, let rawTypes, .scope(let scope)):
        writer.write(UInt64(MappingStepTag.scopedJoin.rawValue))
        writer.write(slot)
        try writer.write(texts: rawTypes)
        writer.write(case: scope)
      case .constant(let slot, let value):
        writer.write(UInt64(MappingStepTag.constant.rawValue))
        writer.write(slot)
        writer.write(value)
      case .field(let attribute, let value):
        writer.write(UInt64(MappingStepTag.field.rawValue))
        writer.write(attribute)
        writer.write(value)
      }
    }
    write(mapping.slotCount)
    write(mapping.range)
  }

  private mutating func write(_ parameters: [Parameter]) throws(CompiledFormError) {
    try write(list: parameters) { (writer, parameter) throws(CompiledFormError) in
      writer.write(parameter.name)
      writer.write(UInt64(parameter.type.index))
      try writer.write(optional: parameter.defaultValue) {
        (writer, value) throws(CompiledFormError) in try writer.write(value)
      }
      try writer.write(optional: parameter.bounds) { (writer, bounds) throws(CompiledFormError) in
        try writer.write(bounds.lower)
        try writer.write(bounds.upper)
      }
      writer.write(parameter.range)
    }
  }
}

extension CompiledReader {
  /// Returns a function.
  mutating func function(_ context: CompiledContext) throws(CompiledFormError) -> Function {
    Function(
      name: try string(), pack: try string(), isPrivate: try bool(),
      parameters: try parameters(context),
      result: try typeID(context), body: try termID(), slotCount: try small(),
      documentation: try string(), range: try range())
  }

  /// Returns a rule.
  mutating func rule(_ context: CompiledContext) throws(CompiledFormError) -> Rule {
    let name = try string()
    let formerNames = try texts()
    let pack = try string()
    let parameters = try parameters(context)
    let population = try resourceType(context)
    let subjectSlot = try small()
    let steps = try list { (reader) throws(CompiledFormError) -> Rule.Step in
      switch try reader.tag(RuleStepTag.self) {
      case .filter: return .filter(try reader.termID())
      case .constant: return .constant(slot: try reader.small(), try reader.termID())
      case .requirement:
        let condition = try reader.termID()
        let message = try reader.optional { (reader) throws(CompiledFormError) in
          try reader.termID()
        }
        return .requirement(condition, message: message)
      }
    }
    let slotCount = try small()
    let severity = try oneCase(of: Severity.self)
    let remediation = try string()
    let onEmpty = try optional { (reader) throws(CompiledFormError) in
      try reader.oneCase(of: Rule.EmptyPopulation.self)
    }
    return Rule(
      name: name, formerNames: formerNames, pack: pack, parameters: parameters,
      population: population, subjectSlot: subjectSlot, steps: steps, slotCount: slotCount,
      severity: severity, remediation: remediation, onEmpty: onEmpty, documentation: try string(),
      range: try range())
  }

  /// Returns a mapping.
  mutating func mapping(_ context: CompiledContext) throws(CompiledFormError) -> Mapping {
    let source = try string()
    let rawTypes = try texts()
    let target = try resourceType(context)
    let attributes = context.schema[target].attributes.count
    let rawSlot = try small()
    let steps = try list { (reader) throws(CompiledFormError) -> Mapping.Step in
      switch try reader.tag(MappingStepTag.self) {
      case .filter: .filter(try reader.termID())
      case .adopted: .adopted(try reader.termID())
      case .join:
        .join(
          slot: try reader.small(), rawTypes: try reader.texts(), .path(try reader.texts()))
      case .scopedJoin:
        .join(
          slot: try reader.small(), rawTypes: try reader.texts(),
          .scope(try reader.oneCase(of: KeyScope.self)))
      case .constant: .constant(slot: try reader.small(), try reader.termID())
      case .field:
        .field(attribute: try reader.index(below: attributes), try reader.termID())
      }
    }
    return Mapping(
      source: source, rawTypes: rawTypes, target: target, rawSlot: rawSlot, steps: steps,
      slotCount: try small(), range: try range())
  }

  private mutating func resourceType(
    _ context: CompiledContext
  ) throws(CompiledFormError) -> ResourceTypeID {
    ResourceTypeID(index: try index(below: context.schema.resources.count))
  }

  private mutating func parameters(
    _ context: CompiledContext
  ) throws(CompiledFormError) -> [Parameter] {
    try list { (reader) throws(CompiledFormError) in
      let name = try reader.string()
      let type = try reader.typeID(context)
      let defaultValue = try reader.optional { (reader) throws(CompiledFormError) in
        try reader.value(context.schema)
      }
      let bounds = try reader.optional { (reader) throws(CompiledFormError) in
        Parameter.Bounds(
          lower: try reader.value(context.schema), upper: try reader.value(context.schema))
      }
      return Parameter(
        name: name, type: type, defaultValue: defaultValue, bounds: bounds,
        range: try reader.range())
    }
  }
}
