internal import PolicyIR
internal import ResourceModel
internal import SourceText

/// A comparison of a text attribute with texts that are written out.
struct TextComparison {
  /// The term that compares.
  let term: TermID
  /// The name of the attribute.
  let attribute: String
  /// Where the attribute is declared.
  let declaration: SourceRange
  /// The texts with their places.
  let texts: [(text: String, range: SourceRange)]

  /// Creates the comparison that `term` of `program` is, if it is one.
  init?(_ term: TermID, in program: Program) {
    let sides: (TermID, TermID)
    switch program[term] {
    case .compare(.equal, let left, let right), .compare(.notEqual, let left, let right),
      .membership(let left, let right):
      sides = (left, right)
    case .builtin(.startsWith, let arguments) where arguments.count == 2:
      sides = (arguments[0], arguments[1])
    default: return nil
    }
    for (subject, other) in [sides, (sides.1, sides.0)] {
      let texts = TextComparison.texts(other, program)
      guard !texts.isEmpty, let attribute = TextComparison.attribute(subject, program) else {
        continue
      }
      self.term = term
      self.attribute = attribute.name
      declaration = attribute.range
      self.texts = texts
      return
    }
    return nil
  }

  /// Returns the texts that the term is, or is a collection of.
  private static func texts(
    _ id: TermID, _ program: Program
  ) -> [(text: String, range: SourceRange)] {
    switch program[id] {
    case .constant(.string(let text)): [(text, program.range(of: id))]
    case .set(let elements), .list(let elements): elements.flatMap { texts($0, program) }
    case .widen(let operand, _): texts(operand, program)
    default: []
    }
  }

  /// Returns the attribute of type `String` that the term reads, if it is that.
  static func attribute(_ id: TermID, _ program: Program) -> Attribute? {
    let schema = program.schema
    let base: TermID
    let index: Int
    switch program[id] {
    case .attribute(let owner, let position), .field(let owner, let position):
      (base, index) = (owner, position)
    case .chain(_, _, let body): return attribute(body, program)
    case .widen(let operand, _): return attribute(operand, program)
    case .coalesce(let left, _): return attribute(left, program)
    default: return nil
    }
    let attributes: [Attribute]
    switch schema.types[schema.types.unwrapped(program.type(of: base))] {
    case .resource(let type): attributes = schema[type].attributes
    case .structure(let type): attributes = schema[type].attributes
    default: return nil
    }
    guard attributes.indices.contains(index) else { return nil }
    let type = schema.types.unwrapped(attributes[index].type)
    return schema.types[type] == .string ? attributes[index] : nil
  }
}
