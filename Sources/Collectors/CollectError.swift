package import SourceText
package import StructuredText

/// Why no resources can be collected from an input.
package enum CollectError: Error, Hashable, Sendable {
  /// The input holds nothing but space.
  case empty(SourceRange)
  /// The input is Terraform's own plan file and not its JSON form.
  case binaryPlan(SourceRange)
  /// The input is a Terraform state.
  case state(SourceRange)
  /// The input is JSON, but not a plan; `missing` is the member that every plan has.
  case notAPlan(missing: String, SourceRange)
  /// The input is not JSON.
  case notJSON(JSONError)
  /// The input ends before its outermost value does.
  case truncated(SourceRange)
  /// The plan is of a format that came after this collector.
  case unsupportedVersion(String, SourceRange)
  /// The value at `path` is not what the format says.
  case wrongShape(path: String, expected: String, SourceRange)
}

extension CollectError {
  /// Where the input is wrong.
  package var range: SourceRange {
    switch self {
    case .empty(let range), .binaryPlan(let range), .state(let range), .truncated(let range):
      range
    case .notAPlan(_, let range), .unsupportedVersion(_, let range): range
    case .wrongShape(_, _, let range): range
    case .notJSON(let error): error.range
    }
  }

  /// What is wrong, in words: lower case, no final period.
  package var message: String {
    switch self {
    case .empty: "the input is empty"
    case .binaryPlan: "the input is a binary Terraform plan"
    case .state: "the input is a Terraform state, not a plan"
    case .notAPlan(let missing, _): "the input is not a Terraform plan: `\(missing)` is missing"
    case .notJSON(let error): "the input is not JSON: \(error.message)"
    case .truncated: "the input ends too early: it was probably cut off"
    case .unsupportedVersion(let version, _):
      "plans of format version `\(version)` are not supported"
    case .wrongShape(let path, let expected, _): "`\(path)` should be \(expected)"
    }
  }

  /// How a plan is written.
  private static let planHelp =
    "write a plan with `terraform show -json plan.bin > plan.json`, without `-no-color` or `2>&1`"

  /// What to do about it.
  package var help: String {
    switch self {
    case .binaryPlan: Self.planHelp
    case .empty, .notAPlan, .notJSON:
      "\(Self.planHelp); a resource graph starts with `{\"cispol_graph\": 1`"
    case .state:
      "make a plan with `terraform plan -out plan.bin` and write it with `terraform show -json plan.bin`"
    case .truncated: "write the plan again, and check that the disk was not full"
    case .unsupportedVersion: "use Terraform 0.12 to 1.x, or a newer version of this program"
    case .wrongShape: "write the plan again with `terraform show -json`; do not edit it"
    }
  }
}
