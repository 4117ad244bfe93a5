internal import DomainValues
internal import ResourceModel

/// The textual form of a program, for people and for comparing.
package struct ProgramText {
  private let program: Program

  /// Creates the printer of `program`.
  package init(_ program: Program) {
    self.program = program
  }

  /// The functions, rules and mappings of the packs in `packs`, one after another.
  package func text(ofPacks packs: Set<String>) -> String {
    var lines: [String] = []
    for function in program.functions where packs.contains(function.pack) {
      let parameters = function.parameters.enumerated().map { "$\($0.offset)" }
      lines.append("function \(function.name)(\(parameters.joined(separator: ", ")))")
      lines.append("  \(text(of: function.body))")
    }
    for rule in program.rules where packs.contains(rule.pack) { lines += self.lines(of: rule) }
    return lines.map { $0 + "\n" }.joined()
  }

  private func lines(of rule: Rule) -> [String] {
    let population = program.schema[rule.population].name
    var lines = ["rule \(rule.name) for $\(rule.subjectSlot) in \(population)"]
    for step in rule.steps {
      switch step {
      case .filter(let term): lines.append("  where \(text(of: term))")
      case .constant(let slot, let term): lines.append("  let $\(slot) \(text(of: term))")
      case .requirement(let term, let message):
        lines.append("  require \(text(of: term))")
        if let message { lines.append("    else \(text(of: message))") }
      }
    }
    return lines
  }

  /// Returns the term as an expression with its operator first.
  package func text(of id: TermID) -> String {
    let term = program[id]
    switch term {
    case .constant(let value): return text(of: value)
    case .absent: return "absent"
    case .parameter(let index): return "%\(index)"
    case .variable(let slot): return "$\(slot)"
    case .now: return "now"
    case .attribute(let base, let index):
      return "(. \(text(of: base)) \(attribute(index, of: base)))"
    case .field(let base, let index):
      return "(. \(text(of: base)) \(attribute(index, of: base)))"
    case .member(let base, let name): return "(.json \(text(of: base)) \(name))"
    case .compare(let comparison, let left, let right):
      return form(comparison.rawValue, [left, right])
    case .arithmetic(let operation, let left, let right):
      return form(operation.rawValue, [left, right])
    case .setOperation(let operation, let left, let right):
      return form("set\(operation.rawValue)", [left, right])
    case .quantifier(let quantifier, let iteration, let body):
      return form(quantifier.rawValue, iteration, [body])
    case .exactly(let count, let iteration, let body):
      return form("exactly", iteration, [count, body])
    case .count(let iteration): return form("count", iteration, [])
    case .fold(let fold, let iteration, let body): return form(fold.rawValue, iteration, [body])
    case .comprehension(let iteration, let body, let isSet):
      return form(isSet ? "set-of" : "list-of", iteration, [body])
    case .mapComprehension(let iteration, let key, let value):
      return form("map-of", iteration, [key, value])
    case .groups(let iteration, let key, let body):
      return form("groups-of", iteration, [key, body])
    case .closure(let base, let paths, let includesBase):
      return "(closure\(includesBase ? "*" : "+") \(text(of: base)) \(text(of: paths, from: id)))"
    case .chain(let base, let slot, let body):
      return "(chain $\(slot) \(text(of: base)) \(text(of: body)))"
    case .call(let function, let arguments): return form(program[function].name, arguments)
    case .builtin(let builtin, let arguments): return form(builtin.rawValue, arguments)
    case .text(let parts): return "(text \(parts.map(text).joined(separator: " ")))"
    case .decode(let operand, let type):
      return "(as \(program.schema.description(of: type)) \(text(of: operand)))"
    case .widen(let operand, let type):
      return "(widen \(program.schema.description(of: type)) \(text(of: operand)))"
    case .match(let subject, let arms):
      let texts = arms.map { "(\($0.cases) \(text(of: $0.value)))" }
      return "(match \(text(of: subject)) \(texts.joined(separator: " ")))"
    case .structure(let type, let fields):
      return structure(program.schema[type].name, program.schema[type].attributes, fields)
    case .fixture(let type, let fields):
      return structure(program.schema[type].name, program.schema[type].attributes, fields)
    case .element, .lookup, .coalesce, .not, .and, .or, .implies, .membership, .matches, .covers,
      .meets, .isPresent, .isEmpty, .isWorld, .negate, .conditional, .list, .set, .map, .portRange:
      return form(head(of: term), term.operands)
    }
  }

  private func form(_ head: String, _ operands: [TermID]) -> String {
    "(\(([head] + operands.map { text(of: $0) }).joined(separator: " ")))"
  }

  private func form(_ head: String, _ iteration: Iteration, _ rest: [TermID]) -> String {
    let filter = iteration.filter.map { " where \(text(of: $0))" } ?? ""
    let body = rest.map { " \(text(of: $0))" }.joined()
    let value = iteration.valueSlot.map { " $\($0)" } ?? ""
    return
      "(\(head) $\(iteration.slot)\(value) in \(text(of: iteration.collection))\(filter)\(body))"
  }

  /// Returns the paths of the closure `id` by the names of their attributes.
  private func text(of paths: [[Int]], from id: TermID) -> String {
    guard case .set(let element) = program.schema.types[program.type(of: id)] else { return "?" }
    return paths.map { path in
      var type = element
      return path.map { index in
        let attribute: Attribute?
        switch program.schema.types[type] {
        case .resource(let id): attribute = program.schema[id].attributes[index]
        case .structure(let id): attribute = program.schema[id].attributes[index]
        default: attribute = nil
        }
        type = attribute.map { self.element(of: $0.type) } ?? type
        return attribute?.name ?? "#\(index)"
      }.joined(separator: ".")
    }.joined(separator: "|")
  }

  private func element(of type: TypeID) -> TypeID {
    switch program.schema.types[program.schema.types.unwrapped(type)] {
    case .list(let inner), .set(let inner): element(of: inner)
    default: program.schema.types.unwrapped(type)
    }
  }

  private func structure(_ name: String, _ attributes: [Attribute], _ fields: [TermID?]) -> String {
    let parts = zip(attributes, fields).compactMap { attribute, field in
      field.map { "\(attribute.name)=\(text(of: $0))" }
    }
    return "(\(([name] + parts).joined(separator: " ")))"
  }

  private func text(of part: TextPart) -> String {
    switch part {
    case .literal(let text): "\"\(text)\""
    case .value(let term): text(of: term)
    }
  }

  private func attribute(_ index: Int, of base: TermID) -> String {
    switch program.schema.types[program.schema.types.unwrapped(program.type(of: base))] {
    case .resource(let id): program.schema[id].attributes[index].name
    case .structure(let id): program.schema[id].attributes[index].name
    default: "#\(index)"
    }
  }

  /// Returns the operator of a term that is only that and its operands.
  private func head(of term: Term) -> String {
    switch term {
    case .element: "[]"
    case .lookup: "lookup"
    case .coalesce: "??"
    case .not: "not"
    case .and: "and"
    case .or: "or"
    case .implies: "implies"
    case .membership: "in"
    case .matches: "matches"
    case .covers: "covers"
    case .meets: "meets"
    case .isPresent: "present"
    case .isEmpty: "empty"
    case .isWorld: "world"
    case .negate: "-"
    case .conditional: "if"
    case .list: "list"
    case .set: "set"
    case .map: "map"
    case .portRange: ".."
    default: preconditionFailure("every other term has a form of its own")
    }
  }

  private func text(of value: Value) -> String {
    switch value {
    case .bool(let value): "\(value)"
    case .int(let number): "\(number)"
    case .float(let number): "\(number)"
    case .string(let text): "\"\(text)\""
    case .duration(let duration): "\(duration)"
    case .timestamp(let timestamp): "\(timestamp)"
    case .bytes(let size): "\(size)"
    case .cidr(let cidr): "\(cidr)"
    case .cidrSet(let set, _): "{\(set)}"
    case .portSet(let ports, _): "ports{\(ports)}"
    case .arn(let arn): "\(arn)"
    case .regex(let regex): "\(regex)"
    case .policyDocument(let document): "\(document)"
    case .filterPattern(let pattern): "'\(pattern)'"
    case .version(let version): "v\(version)"
    case .ipAddress(let address): "\(address)"
    case .glob(let glob): "glob'\(glob)'"
    case .json(let id): "json#\(id.index)"
    case .enumeration(let id, let index): program.schema[id].cases[index].name
    case .list(let collection): "[\(text(of: collection))]"
    case .set(let collection): "{\(text(of: collection))}"
    case .map(let entries, _):
      "{\(entries.map { "\(text(of: $0.key)): \(text(of: $0.value))" }.joined(separator: ", "))}"
    case .structure(let id, _): program.schema[id].name
    case .resource(let row): "\(program.schema[row.type].name)#\(row.index)"
    }
  }

  private func text(of collection: Collection) -> String {
    collection.elements.map { text(of: $0) }.joined(separator: ", ")
  }

  private func text(of cell: Cell) -> String {
    switch cell.reading {
    case .value(let value): text(of: value)
    case .absent: "absent"
    case .unknown: "unknown"
    }
  }
}
