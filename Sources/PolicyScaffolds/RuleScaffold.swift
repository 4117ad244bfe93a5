package import ResourceModel

/// A rule with a test, to start from.
package struct RuleScaffold: Sendable {
  private let name: String
  private let area: String
  private let type: String
  private let question: FirstQuestion
  private let variable: String

  /// Creates the scaffold of the rule `name` about the type `id`, in the folder `area` of its
  /// pack's folders, which is empty for none; no variable gets one of the names in `taken`.
  ///
  /// It is `nil` when nothing simple can be asked about the type.
  package init?(
    name: String, area: String, about id: ResourceTypeID, in schema: Schema, taken: Set<String>
  ) {
    guard let question = FirstQuestion(about: id, in: schema) else { return nil }
    self.name = name
    self.area = area
    self.question = question
    type = schema[id].name
    let short = RuleScaffold.variable(for: type)
    variable = taken.contains(short) ? "\(short)_resource" : short
  }

  /// Returns the last word of the dotted name of a type, in lower case.
  private static func variable(for type: String) -> String {
    var result = ""
    for character in type.split(separator: ".").last ?? "resource" {
      if character.isUppercase, !result.isEmpty { result.append("_") }
      result += character.lowercased()
    }
    return result
  }

  /// The rule and its test.
  package var files: [Scaffold.File] {
    let folder = area.isEmpty ? "" : "\(area)/"
    return [
      Scaffold.File(path: "rules/\(folder)\(name).cispol", text: rule),
      Scaffold.File(path: "tests/\(folder)\(name).cispol", text: test),
    ]
  }

  /// What is left to do.
  package var steps: [String] {
    [
      "say in rules/ what holds, how much it matters, and what to do about a failure",
      "name it in a benchmark of the pack, if it has some: `- rule: \(name)`",
      "run `cispol test` on the pack",
    ]
  }

  private var rule: String {
    """
    /// Say in one sentence what holds. Then say what happens where it does not.
    rule \(name) {
      for \(variable) in \(type)
      require \(variable).\(question.attribute)\(question.test)
        else "{\(variable).\(question.name ?? question.attribute)} is not as it should be"
      severity medium
      remediation "Say what to do about it."
    }

    """
  }

  private var test: String {
    """
    test \(name) {
      case "as it should be" {
        \(fixture("good", question.good))
        expect pass
      }
      case "not as it should be" {
        \(fixture("bad", question.bad))
        expect fail
      }
      case "what is not named is not known" {
        \(fixture("unread", nil))
        expect unknown
      }
    }

    """
  }

  /// Returns a resource called `name` with this value of the attribute that is asked for.
  private func fixture(_ name: String, _ value: String?) -> String {
    var fields: [String] = []
    if let own = question.name, own != question.attribute { fields.append("\(own): \"\(name)\"") }
    if let value { fields.append("\(question.attribute): \(value)") }
    return fields.isEmpty ? "\(type) {}" : "\(type) { \(fields.joined(separator: ", ")) }"
  }
}
