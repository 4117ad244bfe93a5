internal import Glibc

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
      } else if count < 0, errno == EINTR {
        continue
      } else if count < 0, errno == EPIPE {
        // Whoever reads has enough; that is their decision and no error.
        return nil
      } else {
        return .system(errno)
      }
    }
    return nil
  }

  /// Writes `text`, and a line break, to the standard error.
  static func complain(_ text: String) {
    write(Array((text + "\n").utf8), to: problems)
  }
}
