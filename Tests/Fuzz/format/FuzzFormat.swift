internal import Diagnostics
internal import PolicyFormatter
internal import PolicyParser
internal import SourceText

/// Formats the bytes after the first as a policy, or as YAML with rules or tests, as the first one
/// says; what was formatted still says the same and stays as it is.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzzFormat(_ start: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: size))
  guard let first = bytes.first else { return 0 }
  let file = SourceFile(name: "fuzz", bytes: Array(bytes.dropFirst()))
  let id = FileID(index: 0)
  let result: FormatResult =
    switch first % 4 {
    case 1: PolicyFormatter.formatYAML(file, id: id, holding: .rules)
    case 2: PolicyFormatter.formatYAML(file, id: id, holding: .tests)
    default: PolicyFormatter.format(file, id: id)
    }
  switch result {
  case .unchanged: break
  case .refused(let problems): precondition(problems.containsError, "a reason is given")
  case .formatted: break
  case .unsound(let problem): preconditionFailure(problem.message)
  }
  return 0
}
