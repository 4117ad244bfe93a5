internal import Glibc
internal import SourceText

/// Writes bytes to files that are open.
enum Output {
  /// The descriptor of the standard output, for reports.
  static let standard: Int32 = 1

  /// The descriptor of the standard error, for diagnostics.
  static let problems: Int32 = 2

  /// Writes `bytes` to the open file `descriptor`; returns `nil`, or why it did not go well.
  @discardableResult
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> FileError? {
    var offset = 0
    while offset < bytes.count {
      let count = unsafe bytes[offset...].withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count > 0 {
        offset += count
        continue
      }
      // Whoever reads has enough; that is their decision and no error.
      if count < 0, errno == EPIPE { return nil }
      guard count < 0, Waiting.isOverForWriting(descriptor) else { return .system(errno) }
    }
    return nil
  }

  /// Writes `bytes` to the standard output; throws an `ExitVerdict` after it has said why it cannot.
  static func print(_ bytes: [UInt8]) throws {
    if let failure = write(bytes, to: standard) {
      throw Problem("the output cannot be written: \(failure.message)").reported
    }
  }

  /// Writes `text`, lines of files among it, to the standard output: as it is for programs, such as
  /// `patch`, and so that it changes nothing for people, who read it on a terminal.
  static func show(_ text: String) throws {
    let shown = isatty(standard) == 1 ? text.linesSafeOnTerminal : text
    try print(Array(shown.utf8))
  }

  /// Writes `text`, and a line break, to the standard error.
  static func complain(_ text: String) {
    write(Array((text + "\n").utf8), to: problems)
  }
}
