internal import Diagnostics
internal import DomainValues
internal import PolicyIR
internal import ResourceModel
internal import SourceText

/// Against regular expressions that are plain text.
enum PlainRegexRule: PackLintRule {
  static let id = LintRuleID.plainRegex
  static let level = LintLevel.warning
  static let summary = "A regular expression says what `==`, `starts_with` or the like say plainly."

  static func remarks(on pack: LintedPack) -> [Remark] {
    let program = pack.program
    return pack.bodies.flatMap { body in
      var remarks: [Remark] = []
      body.forEachTerm(in: program) { id in
        guard case .matches(let subject, let pattern) = program[id],
          program.schema.types[program.schema.types.unwrapped(program.type(of: subject))]
            == .string,
          case .constant(.regex(let regex)) = program[pattern], let shape = RegexShape(regex)
        else { return }
        let condition = shape.condition(
          on: text(of: subject, in: pack),
          mayBeAbsent: program.schema.types.isOptional(program.type(of: subject)))
        remarks.append(
          Remark(
            self, "the regular expression is plain text", at: program.range(of: pattern),
            of: body.name, help: "write `\(condition)`",
            fixIts: shape.isExact ? fixIt(condition, for: id, in: pack) : []))
      }
      return remarks
    }
  }

  /// Returns the text of the term, in parentheses unless a call can follow it at once.
  private static func text(of id: TermID, in pack: LintedPack) -> String {
    let text = pack.text(of: pack.program.range(of: id))
    switch pack.program[id] {
    case .parameter, .variable, .attribute, .field, .member, .element, .lookup, .chain, .call,
      .builtin:
      return text
    default: return "(\(text))"
    }
  }

  /// Returns the change to `condition`, except in YAML, where quotes may have to be quoted, and where
  /// a comment would be lost.
  private static func fixIt(_ condition: String, for id: TermID, in pack: LintedPack) -> [FixIt] {
    let range = pack.program.range(of: id)
    guard !pack.isYAML(range.file), !pack.text(of: range).contains("//") else { return [] }
    return [
      FixIt(
        "write `\(condition)`", edits: [TextEdit(range: range, replacement: condition)],
        applicability: .automatic)
    ]
  }
}
