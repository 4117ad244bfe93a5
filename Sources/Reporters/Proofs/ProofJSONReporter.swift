internal import Compliance
internal import PolicyIR
internal import PolicyInterpreter
internal import ResourceModel
internal import SourceText

/// Renders proofs for programs.
package struct ProofJSONReporter: Sendable {
  /// The name of the form; it changes when readers would have to.
  package static let schema = "cispol-proof/1"

  /// Creates a reporter.
  package init() {}

  /// Hands the bytes of `explained`, piece by piece, to `output`.
  package func render(_ explained: [ExplainedFinding], to output: @escaping ([UInt8]) -> Void) {
    var writer = JSONWriter(to: output)
    writer.beginObject()
    writer.write(.string(ProofJSONReporter.schema), "schema")
    writer.beginArray("proofs")
    for one in explained {
      writer.write(
        .object([
          ("fingerprint", .string(one.finding.fingerprint)),
          ("rule", .string(one.rule.name)),
          ("status", .string(one.finding.status.rawValue)),
          ("resource", .string(one.finding.resource.name)),
          ("message", .string(one.finding.message)),
          ("proof", value(one.proof, one, depth: 0)),
        ]))
    }
    writer.end()
    writer.end()
  }

  private func value(_ proof: Proof, _ explained: ExplainedFinding, depth: Int) -> JSONValue {
    guard depth < ExplainedFinding.deepest else { return .null }
    return .object([
      ("expression", .string(explained.expression(of: proof, limit: 1000))),
      ("result", .string(proof.result)),
      ("policy", location(proof.range, explained.sources)),
      ("source", proof.origin.map { location($0, explained.sources) } ?? .null),
      ("resource", .string(proof.address)),
      ("note", .string(proof.note)),
      (
        "causes",
        .array(
          proof.causes.map {
            .object([("kind", .string($0.kind.rawValue)), ("detail", .string($0.detail))])
          })
      ),
      ("children", .array(proof.children.map { value($0, explained, depth: depth + 1) })),
    ])
  }

  private func location(_ range: SourceRange, _ sources: SourceMap) -> JSONValue {
    let location = sources.location(of: range)
    return .object([
      ("file", .string(location.file)),
      ("line", .integer(location.line)),
      ("column", .integer(location.column)),
    ])
  }
}
