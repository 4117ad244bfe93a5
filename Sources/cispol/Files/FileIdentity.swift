internal import Glibc

/// What makes a file or folder the same by whatever path it is reached.
struct FileIdentity: Hashable {
  private let device: UInt
  private let inode: UInt

  /// Creates the identity of what `status` was told of.
  init(_ status: stat) {
    (device, inode) = (UInt(status.st_dev), UInt(status.st_ino))
  }

  /// Creates the identity of what is at `path`, or of the standard input for `-`; `nil` if there is
  /// nothing.
  init?(at path: String) {
    var status = stat()
    let isThere = path == "-" ? unsafe fstat(0, &status) : unsafe stat(path, &status)
    guard isThere == 0 else { return nil }
    self.init(status)
  }
}
