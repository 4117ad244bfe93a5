package import DomainValues
package import PolicyIR
package import PolicyInterpreter
package import ResourceModel
package import SourceText

/// A program that tests build by hand, term by term.
package struct Sketch {
  /// The program so far.
  package var program = Program(schema: Schema())

  /// Where everything is said to stand.
  package static let nowhere = SourceRange(file: FileID(index: 0), lower: 0, upper: 0)

  /// The cause that tests make things unknown with.
  package static let cause = Cause(.knownAfterApply, "test")

  /// A thing that is unknown.
  package static let unknown = Cell(.unknown(cause))

  private var offset: UInt32 = 0

  /// Creates a program of nothing.
  package init() {}

  /// Returns the identity of a type.
  package mutating func type(_ type: ValueType) -> TypeID { program.schema.types.demand(type) }

  /// Adds a term, at a range of its own.
  package mutating func term(_ term: Term, _ type: ValueType = .bool) -> TermID {
    let id = program.schema.types.demand(type)
    offset += 1
    let range = SourceRange(file: FileID(index: 7), lower: offset, upper: offset + 1)
    return program.insert(term, type: id, at: range)
  }

  /// Adds a constant.
  package mutating func constant(_ value: Value, _ type: ValueType = .bool) -> TermID {
    term(.constant(value), type)
  }

  /// Adds a variable.
  package mutating func variable(_ slot: Int, _ type: ValueType = .bool) -> TermID {
    term(.variable(slot: slot), type)
  }

  /// Declares an attribute.
  package mutating func attribute(
    _ name: String, _ type: ValueType, absence: Absence = .malformed, key: KeyScope? = nil,
    inverse: EdgeID? = nil
  ) -> Attribute {
    Attribute(
      name: name, type: self.type(type), absence: absence, key: key, inverse: inverse,
      documentation: "", range: Sketch.nowhere)
  }

  /// Declares a resource type; its attributes may be set later, so that types may refer to others.
  package mutating func resource(
    _ name: String, container: ContainerKind? = nil, _ attributes: [Attribute] = []
  ) -> ResourceTypeID {
    program.schema.resources.append(
      ResourceType(
        name: name, container: container, attributes: attributes, documentation: "",
        range: Sketch.nowhere))
    return ResourceTypeID(index: program.schema.resources.count - 1)
  }

  /// Declares a structure.
  package mutating func structure(_ name: String, _ attributes: [Attribute]) -> StructureID {
    program.schema.structures.append(
      StructureType(
        name: name, attributes: attributes, documentation: "", range: Sketch.nowhere))
    return StructureID(index: program.schema.structures.count - 1)
  }

  /// Declares an enumeration whose cases are spelled by their names, the last of which may be for
  /// all else.
  package mutating func enumeration(
    _ name: String, _ cases: [(name: String, spellings: [String])], otherwise: String? = nil
  ) -> EnumerationID {
    let cases =
      cases.map {
        EnumerationType.Case(name: $0.name, spellings: $0.spellings, isOtherwise: false)
      }
      + (otherwise.map {
        [EnumerationType.Case(name: $0, spellings: [], isOtherwise: true)]
      } ?? [])
    program.schema.enumerations.append(
      EnumerationType(name: name, cases: cases, documentation: "", range: Sketch.nowhere))
    return EnumerationID(index: program.schema.enumerations.count - 1)
  }

  /// Adds a rule over `population`, with the resource in slot 0.
  package mutating func rule(
    _ population: ResourceTypeID, _ steps: [Rule.Step], parameters: [Parameter] = [],
    slotCount: Int = 4
  ) -> RuleID {
    program.rules.append(
      Rule(
        name: "rule\(program.rules.count)", pack: "test", parameters: parameters,
        population: population, subjectSlot: 0, steps: steps, slotCount: slotCount,
        severity: .medium, remediation: "", onEmpty: nil, documentation: "",
        range: Sketch.nowhere))
    return RuleID(index: program.rules.count - 1)
  }

  /// Adds a function, whose parameters are in the slots from 0.
  package mutating func function(parameters: Int, slotCount: Int, _ body: TermID) -> FunctionID {
    let bool = type(.bool)
    program.functions.append(
      Function(
        name: "f\(program.functions.count)", pack: "test",
        parameters: (0..<parameters).map {
          Parameter(
            name: "p\($0)", type: bool, defaultValue: nil, bounds: nil, range: Sketch.nowhere)
        }, result: bool, body: body, slotCount: slotCount, documentation: "",
        range: Sketch.nowhere))
    return FunctionID(index: program.functions.count - 1)
  }

  /// The instant of the runs.
  package static var now: Timestamp {
    get throws { try Timestamp.parse("2026-01-01") }
  }

  /// Returns a run over `graph`, or over no nodes.
  package func evaluation(_ graph: ResourceGraph? = nil, limits: Limits = .standard) throws
    -> Evaluation
  {
    let empty = GraphBuilder(schema: program.schema, rawValues: RawValues()).freeze()
    return Evaluation(
      program: program, graph: graph ?? empty, now: try Sketch.now, limits: limits)
  }

  /// Returns what the term is worth, with `slots` as its variables.
  package func read(_ term: TermID, _ slots: [Cell] = [], limits: Limits = .standard) throws
    -> Reading
  {
    try evaluation(limits: limits).read(term, slots: slots).reading
  }
}

extension Cell {
  /// The cell of a value.
  package static func of(_ value: Value) -> Cell { Cell(.value(value)) }

  /// The cell of something absent.
  package static let absent = Cell(.absent)

  /// The three answers.
  package static let truths: [Cell] = [.of(.bool(false)), Sketch.unknown, .of(.bool(true))]
}

extension Value {
  /// A list of numbers.
  package static func ints(_ numbers: [Int64], missing: [Cause] = []) -> Value {
    .list(Collection(numbers.map { .of(.int($0)) }, missing: missing))
  }

  /// A set of numbers.
  package static func intSet(_ numbers: [Int64], missing: [Cause] = []) -> Value {
    .set(Collection(numbers.map { .of(.int($0)) }, missing: missing))
  }
}

extension Reading {
  /// The answer of a Boolean.
  package var truth: Truth? {
    switch self {
    case .value(.bool(let isTrue)): Truth(isTrue)
    case .unknown: .unknown
    case .value, .absent: nil
    }
  }
}
