internal import Glibc

/// Why a file could not be read or written.
enum FileError: Error {
  /// The system says no, with this code.
  case system(Int32)
  /// There are more than this many bytes.
  case tooLarge(limit: Int)
  /// There are more than this many files.
  case tooManyFiles(limit: Int)
  /// It is neither a file nor a folder.
  case noFile

  /// What is wrong, in words: lower case, no final period.
  var message: String {
    switch self {
    case .system(let code):
      unsafe String(cString: strerror(code)).lowercased()
    case .tooLarge(let limit): "it has more than \(limit) bytes"
    case .tooManyFiles(let limit): "it holds more than \(limit) files"
    case .noFile: "it is neither a file nor a folder"
    }
  }
}
