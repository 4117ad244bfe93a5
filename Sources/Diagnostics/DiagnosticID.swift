/// The stable name of a kind of diagnostic: never renamed, only retired.
///
/// Each has a page in `docs/diagnostics`, named after its raw value.
package enum DiagnosticID: String, CaseIterable, Sendable {
  case expectedExpression = "expected-expression"
  case inputBinaryPlan = "input-binary-plan"
  case inputEmpty = "input-empty"
  case inputIsState = "input-is-state"
  case inputNotAPlan = "input-not-a-plan"
  case inputNotJSON = "input-not-json"
  case inputTruncated = "input-truncated"
  case inputUnsupportedVersion = "input-unsupported-version"
  case inputWrongShape = "input-wrong-shape"
}
