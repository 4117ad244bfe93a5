internal import DomainValues
internal import PolicyIR
internal import ResourceModel

/// Against regular expressions that take apart what a type of the language takes apart.
enum RegexForDomainTypeRule: PackLintRule {
  static let id = LintRuleID.regexForDomainType
  static let level = LintLevel.warning
  static let summary = "A regular expression looks for an ARN, an address or a date."

  static func remarks(on pack: LintedPack) -> [Remark] {
    let program = pack.program
    return pack.bodies.flatMap { body in
      var remarks: [Remark] = []
      body.forEachTerm(in: program) { id in
        guard case .matches(let subject, let pattern) = program[id],
          case .constant(.regex(let regex)) = program[pattern],
          let shape = DomainShape(
            ofRegex: regex.text, leastNumbers: leastNumbers(of: subject, in: program))
        else { return }
        remarks.append(
          Remark(
            self, "the regular expression looks for \(shape.noun)", at: program.range(of: pattern),
            of: body.name, help: help(shape)))
      }
      return remarks
    }
  }

  /// Returns how many numbers with points between them make an address of `subject`: of a text four,
  /// for versions have up to three; of the text of an address the start of one.
  private static func leastNumbers(of subject: TermID, in program: Program) -> Int {
    guard case .builtin(.toString, let operands) = program[subject], let value = operands.first
    else { return 4 }
    switch program.schema.types[program.schema.types.unwrapped(program.type(of: value))] {
    case .cidr, .cidrSet, .ipAddress: return 2
    default: return 4
    }
  }

  private static func help(_ shape: DomainShape) -> String {
    switch shape {
    case .arn: "read the parts of an `Arn`: `.service`, `.account`, `.resource`"
    case .cidr: "compare addresses as a `Cidr`, with `in`, `covers`, `is world`"
    case .duration, .timestamp: "compare instants as a `Timestamp`, with `<` and `now`"
    }
  }
}
