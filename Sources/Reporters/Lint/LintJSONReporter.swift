internal import Diagnostics
package import PolicyLinter
package import SourceText

/// Renders what the linter says for programs.
package struct LintJSONReporter {
  /// Creates a reporter.
  package init() {}

  /// Hands the bytes of the report, piece by piece, to `output`.
  package func render(
    _ report: LintReport, in sources: SourceMap, to output: @escaping ([UInt8]) -> Void
  ) {
    var writer = JSONWriter(to: output)
    writer.beginObject()
    writer.write(.integer(1), "version")
    writer.write(.strings(report.packs), "packs")
    writer.beginArray("remarks")
    for remark in report.remarks { writer.write(.object(members(of: remark, in: sources))) }
    writer.end()
    writer.beginArray("allowed")
    for allowed in report.allowed {
      writer.write(
        .object(members(of: allowed.remark, in: sources) + [("reason", .string(allowed.reason))]))
    }
    writer.end()
    writer.end()
  }

  private func members(
    of remark: Remark, in sources: SourceMap
  ) -> [(key: String, value: JSONValue)] {
    [
      ("rule", .string(remark.rule.rawValue)), ("level", .string(remark.level.rawValue)),
      ("message", .string(remark.message)), ("help", .optional(remark.help)),
      ("subject", .optional(remark.subject)), ("place", place(remark.primary, in: sources)),
      (
        "labels",
        .array(
          remark.labels.map {
            .object([("text", .string($0.text)), ("place", place($0.range, in: sources))])
          })
      ),
      ("fixes", .array(remark.fixIts.map { fix($0, in: sources) })),
    ]
  }

  private func fix(_ fixIt: FixIt, in sources: SourceMap) -> JSONValue {
    .object([
      ("title", .string(fixIt.title)),
      ("isAutomatic", .boolean(fixIt.applicability == .automatic)),
      (
        "edits",
        .array(
          fixIt.edits.map {
            .object([
              ("place", place($0.range, in: sources)), ("replacement", .string($0.replacement)),
            ])
          })
      ),
    ])
  }

  /// The place, with columns counted in Unicode scalars as in messages.
  private func place(_ range: SourceRange, in sources: SourceMap) -> JSONValue {
    let (start, end) = (sources.location(of: range), sources.location(of: range.end))
    return .object([
      ("file", .string(start.file)), ("line", .integer(start.line)),
      ("column", .integer(start.column)), ("endLine", .integer(end.line)),
      ("endColumn", .integer(end.column)),
    ])
  }
}
