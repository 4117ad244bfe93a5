package import Diagnostics

extension Diagnostic {
  /// Returns what to say of an input that nothing can be collected from.
  package static func uncollectable(_ error: CollectError) -> Diagnostic {
    let id: DiagnosticID =
      switch error {
      case .binaryPlan: .inputBinaryPlan
      case .empty: .inputEmpty
      case .notAPlan: .inputNotAPlan
      case .notJSON: .inputNotJSON
      case .state: .inputIsState
      case .truncated: .inputTruncated
      case .unsupportedVersion: .inputUnsupportedVersion
      case .wrongShape: .inputWrongShape
      }
    return Diagnostic(id, error.message, at: error.range, help: error.help)
  }
}
