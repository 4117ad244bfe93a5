/// Why bytes are no compiled form, or why something has none.
package enum CompiledFormError: Error, Hashable, Sendable {
  /// The bytes end too early.
  case truncated
  /// The bytes say what cannot be.
  case malformed
  /// They were made of other sources, or were changed.
  case stale
  /// This has no compiled form, and need not: packs that hold it are read from their sources.
  case unsupported(String)
}
