internal import DomainValues

/// Reads the two lines of the bytes as filter patterns and asks whether one covers the other.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzzFilterPattern(_ start: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: size))
  var patterns: [FilterPattern] = []
  for text in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).prefix(2) {
    do throws(ValueError) {
      patterns.append(try FilterPattern.parse(String(decoding: text, as: UTF8.self)))
    } catch {
      precondition(!error.description.isEmpty, "what is wrong is said")
    }
  }
  for pattern in patterns {
    precondition(pattern.covers(pattern) == .covers, "a pattern covers itself")
    do throws(ValueError) {
      let again = try FilterPattern.parse(pattern.description)
      precondition(again.covers(pattern) == .covers, "what is printed is the same pattern")
    } catch {
      preconditionFailure("what is printed is a pattern")
    }
  }
  if patterns.count == 2 { _ = patterns[0].covers(patterns[1]) }
  return 0
}
