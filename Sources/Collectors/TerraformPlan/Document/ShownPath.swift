/// Shortens paths to what a person can read, so that long names do not fill the memory.
enum ShownPath {
  /// Returns the start of `text`, of at most about `length` bytes.
  static func start(of text: String, length: Int = 256) -> String {
    guard text.utf8.count > length else { return text }
    return String(decoding: text.utf8.prefix(length), as: UTF8.self) + "…"
  }
}
