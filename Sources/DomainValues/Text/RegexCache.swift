/// The compiled forms of the expressions that one evaluation uses.
///
/// It is a class because compiling is remembered across uses; it stays in one task, and gives its
/// memory back when it is released.
package final class RegexCache {
  /// The forms compiled so far; `nil` for an expression that did not compile.
  private var compiled: [RegexPattern: CompiledRegex?] = [:]

  /// Creates an empty cache.
  package init() {}

  /// Returns whether `pattern` is found anywhere in `text`; unknown when matching takes more steps
  /// or memory than is allowed.
  package func matches(_ pattern: RegexPattern, in text: String) -> Truth {
    if let known = compiled[pattern] { return known?.matches(text) ?? .unknown }
    // A pattern was compiled when it was parsed, so this fails only for want of memory.
    let form = try? CompiledRegex(pattern, isOptimized: true)
    compiled[pattern] = .some(form)
    return form?.matches(text) ?? .unknown
  }
}
