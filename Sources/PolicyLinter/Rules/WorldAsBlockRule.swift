internal import Diagnostics
internal import DomainValues
internal import PolicyIR
internal import ResourceModel
internal import SourceText

/// Against looking for one spelling of all addresses.
enum WorldAsBlockRule: PackLintRule {
  static let id = LintRuleID.worldAsBlock
  static let level = LintLevel.error
  static let summary = "`0.0.0.0/0` or `::/0` is compared, where `is world` also sees two halves."

  static func remarks(on pack: LintedPack) -> [Remark] {
    pack.bodies.flatMap { body in
      var remarks: [Remark] = []
      body.forEachTerm(in: pack.program) { id in
        if let remark = remark(on: id, of: body, in: pack) { remarks.append(remark) }
      }
      return remarks
    }
  }

  private static func remark(on id: TermID, of body: LintedBody, in pack: LintedPack) -> Remark? {
    let program = pack.program
    switch program[id] {
    case .compare(let comparison, let left, let right)
    where comparison == .equal || comparison == .notEqual:
      for (subject, other) in [(left, right), (right, left)] {
        guard let block = world(in: other, program), world(in: subject, program) == nil else {
          continue
        }
        return remark(
          block, of: body,
          fixIts: fixIt(id, subject, isNegated: comparison == .notEqual, pack))
      }
      return nil
    case .membership(let element, let collection):
      guard
        program.constantValue(of: element) == nil || program.constantValue(of: collection) == nil
      else { return nil }
      if program.constantValue(of: collection).map(isSetOfAddresses) == true { return nil }
      return (world(in: collection, program) ?? world(in: element, program))
        .map { remark($0, of: body) }
    default: return nil
    }
  }

  private static func remark(
    _ range: SourceRange, of body: LintedBody, fixIts: [FixIt] = []
  ) -> Remark {
    Remark(
      self, "all addresses are compared as one of their spellings", at: range, of: body.name,
      help: "write `is world`: it sees `::/0`, and two blocks that make up everything",
      fixIts: fixIts)
  }

  /// Returns the change to `is world`, if the subject can be asked that.
  private static func fixIt(
    _ id: TermID, _ subject: TermID, isNegated: Bool, _ pack: LintedPack
  ) -> [FixIt] {
    let range = pack.program.range(of: id)
    let type = pack.program.schema.types[pack.program.type(of: subject)]
    guard type == .cidr || type == .cidrSet else { return [] }
    let text = pack.text(of: pack.program.range(of: subject))
    let path = text.contains(" ") ? "(\(text))" : text
    let condition = "\(path) is \(isNegated ? "not " : "")world"
    return [
      FixIt("write `\(condition)`", edits: [TextEdit(range: range, replacement: condition)])
    ]
  }

  /// Whether membership in the value already goes by meaning.
  private static func isSetOfAddresses(_ value: Value) -> Bool {
    if case .cidrSet = value { true } else { false }
  }

  /// Returns where the term writes a block of all addresses, itself or as an element.
  private static func world(in id: TermID, _ program: Program) -> SourceRange? {
    switch program[id] {
    case .constant(.string(let text)): isWorld(text) ? program.range(of: id) : nil
    case .constant(.cidr(let cidr)): cidr.isWorld ? program.range(of: id) : nil
    case .constant(.cidrSet(let set, _)): set.isWorld ? program.range(of: id) : nil
    case .set(let elements), .list(let elements):
      elements.lazy.compactMap { world(in: $0, program) }.first
    case .widen(let operand, _): world(in: operand, program)
    default: nil
    }
  }

  /// Returns `true` iff the text is a block of all addresses of a version.
  static func isWorld(_ text: String) -> Bool {
    text.hasSuffix("/0") && ((try? Cidr.parse(text))?.isWorld ?? false)
  }
}
