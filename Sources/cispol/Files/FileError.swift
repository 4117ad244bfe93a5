internal import Glibc

/// Why a file could not be read or written.
indirect enum FileError: Error {
  /// The system says no, with this code.
  case system(Int32)
  /// There are more than this many bytes.
  case tooLarge(limit: Int)
  /// There are more than this many files.
  case tooManyFiles(limit: Int)
  /// It holds a file at this path, below more folders than these.
  case tooDeep(String, limit: Int)
  /// Nobody may write to it.
  case readOnly
  /// It is neither a file nor a folder.
  case noFile
  /// Links lead to a place outside of the folders in which it must be.
  case outside
  /// Something is wrong with what is at this path in it.
  case inside(String, FileError)

  /// What is wrong, in words: lower case, no final period.
  var message: String {
    switch self {
    case .system(let code):
      unsafe String(cString: strerror(code)).lowercased()
    case .tooLarge(let limit): "it has more than \(limit) bytes"
    case .tooManyFiles(let limit): "it holds more than \(limit) files"
    case .tooDeep(let path, let limit): "`\(path)` is in more than \(limit) folders"
    case .readOnly: "it is read-only"
    case .noFile: "it is neither a file nor a folder"
    case .outside: "a link leads out of the pack"
    case .inside(let path, let error): "`\(path)`: \(error.message)"
    }
  }

  /// What to do about it, if that does not go without saying.
  var help: String? {
    switch self {
    case .tooDeep:
      "move it up, or let the name of one of the folders start with a dot, so that it is left out"
    case .inside(_, let error): error.help
    case .readOnly: "let its owner write to it, with `chmod u+w`, if it may be changed"
    case .system, .tooLarge, .tooManyFiles, .noFile, .outside: nil
    }
  }
}
