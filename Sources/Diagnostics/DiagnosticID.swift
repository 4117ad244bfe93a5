/// The stable name of a kind of diagnostic: never renamed, only retired.
///
/// Each has a page in `docs/diagnostics`, named after its raw value.
package enum DiagnosticID: String, CaseIterable, Sendable {
  case expectedExpression = "expected-expression"
}
