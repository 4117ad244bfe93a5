internal import Glibc

/// Reads whole files.
enum FileReader {
  /// The most bytes of an input.
  static let largestInput = 2 << 30

  /// The most bytes of a file of a pack.
  static let largestPolicy = 16 << 20

  /// Returns the bytes of the file at `path`, or of the standard input for `-`.
  static func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
    if path == "-" { return try read(descriptor: 0, sizeHint: 0, limit: limit) }
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(errno) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .system(errno) }
    if status.st_mode & S_IFMT == S_IFDIR { throw .system(EISDIR) }
    let size = Int(status.st_size)
    guard size <= limit else { throw .tooLarge(limit: limit) }
    return try read(descriptor: descriptor, sizeHint: size, limit: limit)
  }

  private static func read(
    descriptor: Int32, sizeHint: Int, limit: Int
  ) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(sizeHint)
    var piece = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = unsafe piece.withUnsafeMutableBytes {
        unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .system(errno) }
      if count == 0 { return bytes }
      bytes.append(contentsOf: piece[..<count])
      guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
    }
  }
}
