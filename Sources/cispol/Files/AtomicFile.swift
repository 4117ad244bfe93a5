internal import Glibc

/// Writes a file so that it is either as it was or complete, never half written.
struct AtomicFile {
  private let path: String
  private let temporaryPath: String
  private let descriptor: Int32
  private var failure: FileError?

  /// Whether `path` is something that cannot be replaced, such as a pipe or a device.
  private let isDirect: Bool

  /// Creates the file that will stand at `path` when `commit()` is called.
  ///
  /// What is there and is no plain file is written to, for it must not be replaced by one. With
  /// `permissions` a new file has exactly these; else what new files have.
  init(_ path: String, permissions: mode_t? = nil) throws(FileError) {
    self.path = path
    var status = stat()
    isDirect = unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
    guard !isDirect else {
      temporaryPath = path
      descriptor = unsafe open(path, O_WRONLY | O_TRUNC | O_CLOEXEC)
      guard descriptor >= 0 else { throw .system(errno) }
      return
    }
    temporaryPath = "\(path).\(getpid()).tmp"
    descriptor = unsafe open(temporaryPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .system(errno) }
    if let permissions, fchmod(descriptor, permissions) != 0 { failure = .system(errno) }
  }

  /// Replaces the file at `path` by `bytes`; it keeps its permissions, and a link stays a link.
  static func replace(_ path: String, by bytes: [UInt8]) throws(FileError) {
    guard let resolved = unsafe realpath(path, nil) else { throw .system(errno) }
    defer { unsafe free(resolved) }
    var status = stat()
    guard unsafe stat(resolved, &status) == 0 else { throw .system(errno) }
    var file = try AtomicFile(
      unsafe String(cString: resolved), permissions: status.st_mode & 0o7777)
    file.write(bytes)
    try file.commit()
  }

  /// Removes the file at `path`.
  static func remove(_ path: String) throws(FileError) {
    guard unsafe unlink(path) == 0 else { throw .system(errno) }
  }

  /// Writes `bytes` after what was written before.
  mutating func write(_ bytes: [UInt8]) {
    if failure == nil { failure = Output.write(bytes, to: descriptor) }
  }

  /// Puts the file in its place.
  consuming func commit() throws(FileError) {
    var problem = failure
    if problem == nil, !isDirect, fsync(descriptor) != 0 { problem = .system(errno) }
    if close(descriptor) != 0, problem == nil { problem = .system(errno) }
    if problem == nil, !isDirect, unsafe rename(temporaryPath, path) != 0 {
      problem = .system(errno)
    }
    if let problem {
      if !isDirect { _ = unsafe unlink(temporaryPath) }
      throw problem
    }
  }
}
