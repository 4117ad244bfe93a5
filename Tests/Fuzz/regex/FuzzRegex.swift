internal import DomainValues

/// Compiles the first line of the bytes as a regular expression and looks for it in the rest.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzzRegex(_ start: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: size))
  let parts = bytes.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
  guard let first = parts.first else { return 0 }
  let subject = String(decoding: parts.dropFirst().first ?? [], as: UTF8.self)
  for isCaseInsensitive in [false, true] {
    do throws(ValueError) {
      let pattern = try RegexPattern.parse(
        String(decoding: first, as: UTF8.self), isCaseInsensitive: isCaseInsensitive)
      let found = RegexCache().matches(pattern, in: subject)
      precondition(
        found == RegexCache().matches(pattern, in: subject), "the answer is always the same")
    } catch {
      precondition(!error.description.isEmpty, "what is wrong is said")
    }
  }
  return 0
}
