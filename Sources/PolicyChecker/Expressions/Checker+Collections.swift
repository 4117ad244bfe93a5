internal import Diagnostics
internal import DomainValues
internal import PolicyIR
internal import PolicySyntax
internal import ResourceModel
internal import SourceText

extension Checker {
  /// Checks `[a, b]`.
  mutating func checkList(
    _ elements: ArraySlice<ExpressionID>, expecting expected: TypeID?, at range: SourceRange
  ) -> Checked {
    if let expected, self[unwrapped(expected)] == .json {
      return checkJSONList(elements, at: range)
    }
    let wanted = expected.flatMap { elementType(of: unwrapped($0)) }
    let (terms, element) = checkElements(elements, expecting: wanted)
    return insert(.list(terms), demand(.list(element)), at: range)
  }

  /// Checks `{a, b}`; an empty one is a map where one is wanted.
  mutating func checkSet(
    _ elements: ArraySlice<ExpressionID>, expecting expected: TypeID?, at range: SourceRange
  ) -> Checked {
    let context = expected.map { self[unwrapped($0)] }
    if elements.isEmpty, case .map(let key, let value)? = context {
      return insert(.map([]), demand(.map(key: key, value: value)), at: range)
    }
    if context == .json, elements.isEmpty {
      let empty = insert(.map([]), demand(.map(key: stringType, value: jsonType)), at: range)
      return insert(.widen(empty.term, to: jsonType), jsonType, at: range)
    }
    let hasRange = elements.contains(where: isRange)
    if context == .portSet || hasRange {
      let portSet = demand(.portSet)
      return union(elements, of: portSet, at: range)
    }
    if context == .cidrSet {
      if elements.isEmpty {
        return insert(.constant(.cidrSet(.empty, missing: [])), demand(.cidrSet), at: range)
      }
      return union(elements, of: demand(.cidrSet), at: range)
    }
    let wanted = expected.flatMap { elementType(of: unwrapped($0)) }
    let (terms, element) = checkElements(elements, expecting: wanted)
    return insert(.set(terms), demand(.set(element)), at: range)
  }

  /// Whether the expression is `a .. b`.
  func isRange(_ id: ExpressionID) -> Bool {
    if case .infix(.range, _, _, _) = tree[id] { true } else { false }
  }

  /// Returns the union of `elements`, each adapted to `type`.
  private mutating func union(
    _ elements: ArraySlice<ExpressionID>, of type: TypeID, at range: SourceRange
  ) -> Checked {
    var parts: [Checked] = []
    for element in elements {
      let checked = check(element, expecting: type)
      // That elements have another type is said of the first.
      if let first = parts.first, self[first.type] == .error, self[checked.type] != .error {
        continue
      }
      parts.append(adapt(checked, to: type, at: tree.range(of: element)))
    }
    guard var result = parts.first else {
      return insert(.constant(.portSet(.none, missing: [])), type, at: range)
    }
    for part in parts.dropFirst() {
      result = insert(.setOperation(.union, result.term, part.term), type, at: range)
    }
    return result
  }

  /// Checks elements that must have one type, and returns them and the type.
  private mutating func checkElements(
    _ elements: ArraySlice<ExpressionID>, expecting expected: TypeID?
  ) -> ([TermID], TypeID) {
    var type = expected
    var isSettled = expected != nil
    var parts: [Checked] = []
    for element in elements {
      var checked = check(
        element,
        expecting: isSettled ? type : type.flatMap { context(for: element, beside: $0) })
      if let wanted = type, isSettled || !widens(wanted, to: checked.type) {
        let other = checked.type
        checked = adapt(checked, to: wanted, at: tree.range(of: element))
        // That elements have another type is said of the first.
        if self[checked.type] == .error, self[other] != .error { type = checked.type }
        isSettled = true
      } else {
        // It is the first, or those before it were empty.
        type = checked.type
        isSettled = !isOpen(checked.type)
      }
      parts.append(checked)
    }
    let common = type ?? errorType
    let terms = zip(parts, elements).map { part, element in
      adapt(part, to: common, at: tree.range(of: element)).term
    }
    return (terms, common)
  }

  private mutating func checkJSONList(
    _ elements: ArraySlice<ExpressionID>, at range: SourceRange
  ) -> Checked {
    let terms = elements.map { element in
      adapt(check(element, expecting: jsonType), to: jsonType, at: tree.range(of: element)).term
    }
    let list = insert(.list(terms), demand(.list(jsonType)), at: range)
    return insert(.widen(list.term, to: jsonType), jsonType, at: range)
  }

  /// Checks `{a: b}`; values that are not of one type make it `Json`.
  mutating func checkMap(
    _ entries: ArraySlice<PolicySyntax.MapEntry>, expecting expected: TypeID?, at range: SourceRange
  ) -> Checked {
    var wanted: (key: TypeID, value: TypeID)?
    if let expected, case .map(let key, let value) = self[unwrapped(expected)] {
      wanted = (key, value)
    }
    var checked: [(key: Checked, value: Checked)] = []
    for entry in entries {
      let key = check(entry.key, expecting: wanted?.key ?? stringType)
      checked.append((key, check(entry.value, expecting: wanted?.value)))
    }
    let keyType = wanted?.key ?? checked.first?.key.type ?? stringType
    let types = Set(checked.map(\.value.type))
    let valueType: TypeID
    if let wanted {
      valueType = wanted.value
    } else if types.count == 1, let only = types.first, !isOptional(only) {
      valueType = only
    } else {
      valueType = jsonType
    }
    var result: [Entry] = []
    for (entry, parts) in zip(entries, checked) {
      let key = adapt(parts.key, to: keyType, at: tree.range(of: entry.key))
      let value = adapt(parts.value, to: valueType, at: tree.range(of: entry.value))
      result.append(Entry(key: key.term, value: value.term))
    }
    let map = insert(.map(result), demand(.map(key: keyType, value: valueType)), at: range)
    guard valueType == jsonType, keyType == stringType, wanted == nil else { return map }
    return insert(.widen(map.term, to: jsonType), jsonType, at: range)
  }

  /// Checks `Type { name: value }`.
  mutating func checkStructure(
    _ name: QualifiedName, _ fields: ArraySlice<FieldValue>, at range: SourceRange
  ) -> Checked {
    guard let declared = declaredType(name) else {
      for field in fields { _ = check(field.value) }
      return failed(at: range)
    }
    switch declared.meaning {
    case .structure(let id):
      let values = checkFields(
        fields, of: program.schema[id].attributes, type: .structure(id), inFixture: false)
      return insert(.structure(id, values), demand(.structure(id)), at: range)
    case .resource(let id):
      guard body.kind == .test else {
        diagnostics.insert(.fixtureOutsideTest(tree.text(of: name), at: range))
        return failed(at: range)
      }
      let values = checkFields(
        fields, of: program.schema[id].attributes, type: .resource(id), inFixture: true)
      return insert(.fixture(id, values), demand(.resource(id)), at: range)
    case .enumeration:
      diagnostics.insert(.notAStructure(tree.text(of: name), at: range))
      return failed(at: range)
    }
  }

  private mutating func checkFields(
    _ fields: ArraySlice<FieldValue>, of attributes: [Attribute], type: ValueType, inFixture: Bool
  ) -> [TermID?] {
    var values: [TermID?] = Array(repeating: nil, count: attributes.count)
    for (number, field) in fields.enumerated() {
      let text = tree.text(of: field.name)
      let range = tree.range(of: field.name)
      guard let index = attribute(named: text, among: attributes, at: range) else {
        reportUnknownAttribute(text, of: type, at: range)
        _ = check(field.value)
        continue
      }
      if values[index] != nil {
        let first = place(of: index, in: fields.prefix(number), attributes) ?? range
        diagnostics.insert(.duplicateName(text, at: range, first: first))
        continue
      }
      let wanted = attributes[index].type
      let checked = check(field.value, expecting: wanted)
      values[index] =
        assign(
          checked, to: wanted, at: tree.range(of: field.value), allowsAbsence: true
        ).term
    }
    return values
  }

  /// Returns where the attribute at `index` of `attributes` is first given a value in `fields`.
  private func place(
    of index: Int, in fields: ArraySlice<FieldValue>, _ attributes: [Attribute]
  ) -> SourceRange? {
    fields.first { attributes.index(named: tree.text(of: $0.name)) == index }.map {
      tree.range(of: $0.name)
    }
  }
}
