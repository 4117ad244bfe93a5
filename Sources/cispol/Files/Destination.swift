internal import Glibc

/// Where a report goes: to a file, or to the standard output.
enum Destination {
  /// Writes `text` to the file at `path`, or to the standard output.
  static func write(_ text: String, to path: String?) throws {
    try write(to: path) { $0(Array(text.utf8)) }
  }

  /// Writes what `produce` hands over, piece by piece, to the file at `path`, or to the standard
  /// output.
  static func write(
    to path: String?, _ produce: (@escaping ([UInt8]) -> Void) -> Void
  ) throws {
    do {
      guard let path, path != "-" else { return try writeToStandardOutput(produce) }
      let file = FileBox(try AtomicFile(path))
      produce { file.file.write($0) }
      try file.file.commit()
    } catch {
      throw Problem("the report cannot be written: \(error.message)").reported
    }
  }

  /// Ends the run if the file at `path` is one of `files`, which it reads, so that a report would take
  /// the place of what it is about.
  static func check(_ path: String?, isNoneOf files: @autoclosure () -> [String]) throws {
    guard let path, path != "-", let identity = identity(ofFileAt: path) else { return }
    guard let same = files().first(where: { FileIdentity(at: $0) == identity }) else { return }
    throw Problem(
      "the report would replace `\(same)`, which is read in this run",
      help: "write it to another file than `\(path)`"
    ).reported
  }

  /// Returns what tells the plain file at `path` from others, if there is one.
  private static func identity(ofFileAt path: String) -> FileIdentity? {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return FileIdentity(status)
  }

  private static func writeToStandardOutput(
    _ produce: (@escaping ([UInt8]) -> Void) -> Void
  ) throws(FileError) {
    let box = FailureBox()
    produce { bytes in
      if box.failure == nil { box.failure = Output.write(bytes, to: Output.standard) }
    }
    if let failure = box.failure { throw failure }
  }

  /// A file that a closure writes to; a class because the closure outlives the call that makes it.
  private final class FileBox {
    var file: AtomicFile

    init(_ file: AtomicFile) { self.file = file }
  }

  /// The first failure that a closure met; a class for the same reason.
  private final class FailureBox {
    var failure: FileError?
  }
}
