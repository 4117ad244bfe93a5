package import ResourceModel

/// What a first rule about a resource type can ask, with values that answer it either way.
package struct FirstQuestion: Hashable, Sendable {
  /// The attribute that is asked for.
  package let attribute: String

  /// What is asked of the attribute, after its name: ` != ""`; empty when it is itself the answer.
  package let test: String

  /// A value with which the rule passes.
  package let good: String

  /// A value with which the rule fails.
  package let bad: String

  /// An attribute with text by which people know a resource, if there is one.
  package let name: String?

  /// Finds something to ask of the type `id`; `nil` when there is nothing that is as simple.
  package init?(about id: ResourceTypeID, in schema: Schema) {
    let attributes = schema[id].attributes.filter { $0.inverse == nil }
    name = FirstQuestion.name(of: attributes, in: schema)
    let questions = [
      FirstQuestion.aboutTruth, FirstQuestion.aboutCase, FirstQuestion.aboutPresence,
      FirstQuestion.aboutText,
    ]
    for ask in questions {
      for attribute in attributes {
        guard let (test, good, bad) = ask(attribute, schema) else { continue }
        self.attribute = attribute.name
        self.test = test
        self.good = good
        self.bad = bad
        return
      }
    }
    return nil
  }

  private typealias Answers = (test: String, good: String, bad: String)

  /// Asks whether something is so.
  private static func aboutTruth(_ attribute: Attribute, _ schema: Schema) -> Answers? {
    schema.types[attribute.type] == .bool ? ("", "true", "false") : nil
  }

  /// Asks whether something is the first of its cases.
  private static func aboutCase(_ attribute: Attribute, _ schema: Schema) -> Answers? {
    guard case .enumeration(let id) = schema.types[attribute.type], schema[id].cases.count > 1
    else { return nil }
    let cases = schema[id].cases.map(\.name)
    return (" == \(cases[0])", cases[0], cases[1])
  }

  /// Asks whether there is something.
  private static func aboutPresence(_ attribute: Attribute, _ schema: Schema) -> Answers? {
    guard case .optional(let wrapped) = schema.types[attribute.type] else { return nil }
    switch schema.types[wrapped] {
    case .string: return (" is present", "\"something\"", "absent")
    case .timestamp: return (" is present", "2026-01-01T00:00:00Z", "absent")
    case .duration: return (" is present", "30d", "absent")
    case .int: return (" is present", "1", "absent")
    case .error, .bool, .float, .bytes, .cidr, .cidrSet, .portSet, .arn, .regex, .policyDocument,
      .filterPattern, .version, .ipAddress, .glob, .json, .enumeration, .structure, .resource,
      .list, .set, .map, .optional:
      return nil
    }
  }

  /// Asks whether a text is empty.
  private static func aboutText(_ attribute: Attribute, _ schema: Schema) -> Answers? {
    schema.types[attribute.type] == .string ? (" != \"\"", "\"something\"", "\"\"") : nil
  }

  private static func name(of attributes: [Attribute], in schema: Schema) -> String? {
    let texts = attributes.filter { schema.types[$0.type] == .string }
    for name in ["name", "id", "address"] where texts.contains(where: { $0.name == name }) {
      return name
    }
    return (texts.first { $0.key != nil } ?? texts.first)?.name
  }
}
