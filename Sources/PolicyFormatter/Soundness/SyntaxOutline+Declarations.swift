internal import PolicySyntax

/// The outline of declarations.
extension SyntaxOutline {
  /// Adds a declaration.
  mutating func declaration(_ declaration: Declaration) {
    switch declaration {
    case .error: node("error")
    case .resource(let resource):
      node("resource") { outline in
        outline.documentation(resource.documentation)
        outline.name(resource.name)
        outline.words(resource.scope)
        for attribute in resource.attributes { outline.attribute(attribute) }
      }
    case .structure(let structure):
      node("struct") { outline in
        outline.documentation(structure.documentation)
        outline.name(structure.name)
        for attribute in structure.attributes { outline.attribute(attribute) }
      }
    case .enumeration(let enumeration):
      node("enum") { outline in
        outline.documentation(enumeration.documentation)
        outline.name(enumeration.name)
        for enumCase in enumeration.cases { outline.enumCase(enumCase) }
      }
    case .function(let function):
      node(function.isPrivate ? "private fn" : "fn") { outline in
        outline.documentation(function.documentation)
        outline.words(function.name)
        for parameter in function.parameters { outline.parameter(parameter) }
        outline.type(function.result)
        outline.expression(function.body)
      }
    case .rule(let rule):
      node("rule") { outline in
        outline.documentation(rule.documentation)
        outline.words(rule.name)
        for parameter in rule.parameters { outline.parameter(parameter) }
        for statement in rule.statements { outline.statement(statement) }
      }
    case .mapping(let mapping): self.mapping(mapping)
    case .test(let test):
      node("test") { outline in
        outline.documentation(test.documentation)
        outline.words(test.rule)
        for item in test.items { outline.testItem(item) }
      }
    case .survivor(let survivor):
      node("survivor") { outline in
        outline.documentation(survivor.documentation)
        outline.words(survivor.owner)
        outline.expression(survivor.change)
        outline.expression(survivor.place)
        outline.expression(survivor.reason)
      }
    }
  }

  private mutating func attribute(_ attribute: AttributeDeclaration) {
    node("attribute \(attribute.isKey)") { outline in
      outline.documentation(attribute.documentation)
      outline.words(attribute.name, attribute.keyScope, attribute.inverse)
      outline.node("formerly") { for name in attribute.formerNames { $0.words(name) } }
      outline.type(attribute.type)
      outline.expression(attribute.valueWhenAbsent)
    }
  }

  private mutating func enumCase(_ enumCase: EnumCaseDeclaration) {
    node("case \(enumCase.isOtherwise)") { outline in
      outline.documentation(enumCase.documentation)
      outline.words(enumCase.name)
      outline.expressions(enumCase.spellings)
    }
  }

  private mutating func parameter(_ parameter: ParameterDeclaration) {
    node("parameter") { outline in
      outline.words(parameter.name)
      outline.type(parameter.type)
      outline.expression(parameter.defaultValue)
      outline.expression(parameter.bounds)
    }
  }

  private mutating func statement(_ statement: Statement) {
    switch statement {
    case .error: node("error")
    case .population(_, let name, let type):
      node("for") { outline in
        outline.words(name)
        outline.name(type)
      }
    case .filter(_, let condition): node("where") { $0.expression(condition) }
    case .constant(_, let name, let type, let value): constant(name, type, value)
    case .requirement(_, let condition, let message):
      node("require") { outline in
        outline.expression(condition)
        outline.expression(message)
      }
    case .severity(_, let value): node("severity") { $0.words(value) }
    case .remediation(_, let text): node("remediation") { $0.expression(text) }
    case .onEmpty(_, let value): node("on_empty") { $0.words(value) }
    case .formerly(_, let names):
      node("formerly") { outline in for name in names { outline.words(name) } }
    }
  }

  mutating func constant(
    _ name: TokenID, _ type: TypeNameID?, _ value: ExpressionID
  ) {
    node("let") { outline in
      outline.words(name)
      outline.type(type)
      outline.expression(value)
    }
  }

  private mutating func mapping(_ mapping: MappingDeclaration) {
    node("map") { outline in
      outline.documentation(mapping.documentation)
      outline.words(mapping.source)
      outline.expressions(mapping.rawTypes)
      outline.name(mapping.target)
      for item in mapping.items { outline.mappingItem(item) }
    }
  }

  private mutating func mappingItem(_ item: MappingItem) {
    switch item {
    case .error: node("error")
    case .filter(_, let condition): node("where") { $0.expression(condition) }
    case .adopted(_, let condition): node("adopted") { $0.expression(condition) }
    case .join(_, let name, let rawTypes, .path(let path)):
      node("join") { outline in
        outline.words(name)
        outline.expressions(rawTypes)
        for step in path { outline.words(step) }
      }
    case .join(_, let name, let rawTypes, .scope(let scope)):
      node("join in") { outline in
        outline.words(name)
        outline.expressions(rawTypes)
        outline.words(scope)
      }
    case .constant(_, let name, let type, let value): constant(name, type, value)
    case .field(let field): node("field") { $0.field(field) }
    }
  }
}
