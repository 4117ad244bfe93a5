package import Diagnostics
internal import DomainValues
package import SourceText
internal import StructuredText

extension Attestation {
  private static let keys = [
    "control", "benchmark", "statement", "evidence", "by", "stated", "valid_until",
  ]

  /// Returns the attestations that the files `ids` of `sources` write, in their order, and what is
  /// wrong with them.
  package static func read(
    _ ids: [FileID], of sources: SourceMap
  ) -> ([Attestation], DiagnosticSet) {
    var diagnostics = DiagnosticSet()
    var attestations: [Attestation] = []
    for id in ids {
      for node in YAMLRecord.list("attestations", of: sources[id], id, into: &diagnostics) {
        if let attestation = read(node, into: &diagnostics) { attestations.append(attestation) }
      }
    }
    return (attestations, diagnostics)
  }

  private static func read(
    _ node: YAMLNode, into diagnostics: inout DiagnosticSet
  ) -> Attestation? {
    var record = YAMLRecord(node, of: "the attestation", keys: keys, diagnostics: diagnostics)
    let control = record.controlPattern()
    let statement = record.text("statement")
    let evidence = record.texts("evidence")
    let author = record.text("by")
    let stated = record.day("stated")
    let validUntil = record.day("valid_until")
    if let stated, let validUntil, validUntil < stated, let last = record.member("valid_until") {
      record.diagnostics.insert(.wrongYAMLKind("a day not before `stated`", at: last.range))
    }
    diagnostics = record.diagnostics
    guard let control, let statement, let author, let stated, let validUntil else { return nil }
    return Attestation(
      control: control, statement: statement, evidence: evidence, author: author, stated: stated,
      validUntil: validUntil)
  }
}
