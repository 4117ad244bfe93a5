internal import Glibc

/// Writes a file so that it is either as it was or complete, never half written.
struct AtomicFile {
  private let path: String
  private let temporaryPath: String
  private let descriptor: Int32
  private var failure: FileError?

  /// Whether `path` is something that cannot be replaced, such as a pipe or a device.
  private let isDirect: Bool

  /// The permissions of files that were not there.
  private static let usualPermissions: mode_t = 0o644

  /// The most names that are tried for the temporary file.
  private static let mostNames = 1000

  /// Creates the file that will stand at `path` when `commit()` is called.
  ///
  /// A file that is replaced hands its permissions on; one that nobody may write to is not replaced,
  /// though the folder would let it be. What is there and is no plain file is written
  /// to, for it must not be replaced by one. Of a link, what it leads to is replaced, whether it is
  /// there or not; with `replacesLink` the link itself.
  init(_ path: String, replacesLink: Bool = false) throws(FileError) {
    self.path = replacesLink ? path : try AtomicFile.destination(of: path)
    var status = stat()
    let kind = unsafe lstat(self.path, &status) == 0 ? status.st_mode & S_IFMT : 0
    isDirect = kind != 0 && kind != S_IFREG && !(kind == S_IFLNK && replacesLink)
    guard !isDirect else {
      temporaryPath = self.path
      descriptor = unsafe open(self.path, O_WRONLY | O_TRUNC | O_CLOEXEC)
      guard descriptor >= 0 else { throw .system(errno) }
      return
    }
    if kind == S_IFREG, !AtomicFile.isWritable(self.path, status) { throw .readOnly }
    let kept = kind == S_IFREG ? status.st_mode & 0o7777 : nil
    (temporaryPath, descriptor) = try AtomicFile.temporary(
      beside: self.path, kept ?? AtomicFile.usualPermissions)
    guard let kept else { return }
    // Only some may give files away; for others it is theirs from now on.
    _ = fchown(descriptor, status.st_uid, status.st_gid)
    if fchmod(descriptor, kept) != 0 { failure = .system(errno) }
  }

  /// Returns whether the file at `path` may be written to, by its permissions too, past which some may
  /// go.
  private static func isWritable(_ path: String, _ status: stat) -> Bool {
    unsafe status.st_mode & 0o222 != 0 && access(path, W_OK) == 0
  }

  /// Replaces the file at `path` by `bytes`; it keeps its permissions, and a link stays a link.
  static func replace(_ path: String, by bytes: [UInt8]) throws(FileError) {
    var file = try AtomicFile(path)
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

  /// Returns the path to which the links at `path` lead.
  ///
  /// Links of the system to open files, such as that behind `/dev/stdout`, are no names of files and
  /// stay.
  private static func destination(of path: String) throws(FileError) -> String {
    var path = path
    for _ in 0..<40 {
      if path.hasPrefix("/proc/") { return path }
      let bytes = unsafe [CChar](unsafeUninitializedCapacity: Int(PATH_MAX)) { room, count in
        guard let base = room.baseAddress else { return }
        count = unsafe max(0, readlink(path, base, room.count))
      }
      // It is no link, or not there; what else may be wrong is found when it is written.
      guard !bytes.isEmpty else { return path }
      let target = String(decoding: bytes.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
      path = target.hasPrefix("/") ? target : folder + target
    }
    throw .system(ELOOP)
  }

  /// Returns the name of a new file beside that at `path`, and the open file.
  ///
  /// A run that was killed leaves its file behind, and another one may have its number.
  private static func temporary(
    beside path: String, _ permissions: mode_t
  ) throws(FileError) -> (String, Int32) {
    for number in 0..<mostNames {
      let name = "\(path).\(getpid())\(number == 0 ? "" : ".\(number)").tmp"
      let descriptor = unsafe open(
        name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, permissions & 0o777)
      if descriptor >= 0 { return (name, descriptor) }
      guard errno == EEXIST else { throw .system(errno) }
    }
    throw .system(EEXIST)
  }
}
