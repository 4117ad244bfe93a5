internal import Glibc

/// Waits for pipes and terminals whose other end is slow.
///
/// Whoever hands them over may have made them so that a call fails instead of waiting.
enum Waiting {
  /// Returns `true`, having waited until the open file `descriptor` can be read, iff `errno` says that
  /// it could not yet.
  static func isOverForReading(_ descriptor: Int32) -> Bool { isOver(descriptor, POLLIN) }

  /// Returns `true`, having waited until the open file `descriptor` can be written, iff `errno` says
  /// that it could not yet.
  static func isOverForWriting(_ descriptor: Int32) -> Bool { isOver(descriptor, POLLOUT) }

  private static func isOver(_ descriptor: Int32, _ event: Int32) -> Bool {
    if errno == EINTR { return true }
    guard errno == EAGAIN || errno == EWOULDBLOCK else { return false }
    var entry = pollfd(fd: descriptor, events: Int16(event), revents: 0)
    // Whatever comes of it, the next call says.
    _ = unsafe poll(&entry, 1, -1)
    return true
  }
}
