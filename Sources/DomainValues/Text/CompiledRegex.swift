internal import CLibPCRE2

/// The compiled form of one regular expression.
///
/// It is a class to own memory of the library, which `deinit` gives back.
@safe final class CompiledRegex {
  private let code: OpaquePointer
  private let matchData: OpaquePointer
  private let matchContext: OpaquePointer

  /// The steps that one match may take.
  private static let matchLimit: UInt32 = 1_000_000

  /// The nesting of backtracking points that one match may have.
  private static let depthLimit: UInt32 = 100_000

  /// The memory that one match may take, in KiB.
  private static let heapLimit: UInt32 = 20_000

  /// The longest expression, in bytes.
  private static let longest = 65_536

  /// Compiles `pattern`, to machine code if `isOptimized` and the machine can.
  init(_ pattern: RegexPattern, isOptimized: Bool) throws(ValueError) {
    guard let context = unsafe pcre2_compile_context_create_8(nil) else {
      throw .malformedRegex(offset: 0, reason: "out of memory")
    }
    defer { unsafe pcre2_compile_context_free_8(context) }
    _ = unsafe pcre2_set_max_pattern_length_8(context, CompiledRegex.longest)
    var options = PCRE2_UTF | PCRE2_NEVER_BACKSLASH_C
    if pattern.isCaseInsensitive { options |= PCRE2_CASELESS }
    var status: Int32 = 0
    var offset = 0
    let bytes = Array(pattern.text.utf8)
    let compiled = unsafe bytes.withUnsafeBufferPointer { buffer in
      // The library takes no null pointer, which the buffer of an empty array may be.
      var nothing: UInt8 = 0
      return unsafe withUnsafePointer(to: &nothing) { empty in
        unsafe pcre2_compile_8(
          buffer.baseAddress ?? empty, buffer.count, UInt32(options), &status, &offset, context)
      }
    }
    guard let code = unsafe compiled else {
      throw .malformedRegex(offset: offset, reason: CompiledRegex.message(status))
    }
    guard let matchData = unsafe pcre2_match_data_create_8(1, nil) else {
      unsafe pcre2_code_free_8(code)
      throw .malformedRegex(offset: 0, reason: "out of memory")
    }
    guard let matchContext = unsafe pcre2_match_context_create_8(nil) else {
      unsafe pcre2_match_data_free_8(matchData)
      unsafe pcre2_code_free_8(code)
      throw .malformedRegex(offset: 0, reason: "out of memory")
    }
    unsafe pcre2_set_match_limit_8(matchContext, CompiledRegex.matchLimit)
    unsafe pcre2_set_depth_limit_8(matchContext, CompiledRegex.depthLimit)
    unsafe pcre2_set_heap_limit_8(matchContext, CompiledRegex.heapLimit)
    // A machine that cannot is no failure: the expression is then interpreted.
    if isOptimized { _ = unsafe pcre2_jit_compile_8(code, UInt32(PCRE2_JIT_COMPLETE)) }
    unsafe self.code = code
    unsafe self.matchData = matchData
    unsafe self.matchContext = matchContext
  }

  deinit {
    unsafe pcre2_match_context_free_8(matchContext)
    unsafe pcre2_match_data_free_8(matchData)
    unsafe pcre2_code_free_8(code)
  }

  /// Returns whether the expression is found anywhere in `text`; unknown past a limit.
  func matches(_ text: String) -> Truth {
    let bytes = Array(text.utf8)
    let status = unsafe bytes.withUnsafeBufferPointer { buffer in
      var nothing: UInt8 = 0
      return unsafe withUnsafePointer(to: &nothing) { empty in
        unsafe pcre2_match_8(
          code, buffer.baseAddress ?? empty, buffer.count, 0, 0, matchData, matchContext)
      }
    }
    if status >= 0 { return .true }
    return status == PCRE2_ERROR_NOMATCH ? .false : .unknown
  }

  /// Returns what the library says about `status`.
  private static func message(_ status: Int32) -> String {
    var buffer = Array(repeating: UInt8(0), count: 256)
    let count = unsafe buffer.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return Int32(0) }
      return unsafe pcre2_get_error_message_8(status, start, buffer.count)
    }
    return String(decoding: buffer.prefix(Swift.max(0, Int(count))), as: UTF8.self)
  }
}
