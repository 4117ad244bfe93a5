internal import Glibc
internal import GraphIngest
internal import Pipelines
internal import SourceText

/// Reads whole files.
enum FileReader {
  /// The most bytes of an input.
  static let largestInput = 2 << 30

  /// The most bytes that are read at a time.
  private static let largestPiece = 1 << 20

  /// The most bytes of a file of a pack.
  static let largestPolicy = 16 << 20

  /// Returns the bytes of the file at `path`, or of the standard input for `-`.
  static func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
    if path == "-" { return try read(descriptor: 0, sizeHint: 0, limit: limit) }
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(errno) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .system(errno) }
    if status.st_mode & S_IFMT == S_IFDIR { throw .system(EISDIR) }
    let size = Int(status.st_size)
    guard size <= limit else { throw .tooLarge(limit: limit) }
    return try read(descriptor: descriptor, sizeHint: size, limit: limit)
  }

  /// Returns the input at `path`, or on the standard input for `-`: a graph to be read piece by
  /// piece, else all of it.
  static func open(_ path: String, name: String) throws(FileError) -> InputFile {
    let descriptor = path == "-" ? 0 : unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(errno) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .system(errno) }
    if status.st_mode & S_IFMT == S_IFDIR { throw .system(EISDIR) }
    let start = try read(descriptor: descriptor, atMost: 1 << 16)
    // The descriptor stays open as long as the program runs.
    let rest = unsafe ByteStream { room throws(ByteStreamError) in
      unsafe try next(descriptor, room)
    }
    if let graph = InputFile(name: name, start: start, rest: rest) { return graph }
    defer { if descriptor != 0 { close(descriptor) } }
    let size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
    guard size <= largestInput else { throw .tooLarge(limit: largestInput) }
    let bytes = try read(
      descriptor: descriptor, sizeHint: size, limit: largestInput, after: start)
    return InputFile(name: name, bytes: bytes)
  }

  /// Puts the next bytes of the file into `room`, and returns their number; 0 at its end only.
  private static func next(
    _ descriptor: Int32, _ room: UnsafeMutableRawBufferPointer
  ) throws(ByteStreamError) -> Int {
    while true {
      let count = unsafe Glibc.read(descriptor, room.baseAddress, room.count)
      if count >= 0 { return count }
      if errno != EINTR { throw ByteStreamError(FileError.system(errno).message) }
    }
  }

  /// Returns the first bytes of the file, fewer than `limit` only if there are no more.
  private static func read(descriptor: Int32, atMost limit: Int) throws(FileError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: limit)
    var count = 0
    while count < limit {
      let added = unsafe bytes.withUnsafeMutableBytes {
        unsafe Glibc.read(descriptor, $0.baseAddress.map { unsafe $0 + count }, limit - count)
      }
      if added < 0, errno == EINTR { continue }
      guard added >= 0 else { throw .system(errno) }
      if added == 0 { break }
      count += added
    }
    bytes.removeLast(limit - count)
    return bytes
  }

  private static func read(
    descriptor: Int32, sizeHint: Int, limit: Int, after start: [UInt8] = []
  ) throws(FileError) -> [UInt8] {
    var failure: FileError?
    var isWhole = false
    // A file as long as it says is read to where it stays; that there is no more takes a byte of room.
    let capacity = max(sizeHint, start.count) + 1
    var bytes = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { room, count in
      unsafe LargePages.advise(UnsafeMutableRawBufferPointer(room))
      count = unsafe room.initialize(fromContentsOf: start)
      while count < room.count {
        let added = unsafe Glibc.read(
          descriptor, room.baseAddress.map { unsafe $0 + count }, room.count - count)
        if added < 0, errno == EINTR { continue }
        if added < 0 { failure = .system(errno) }
        isWhole = added <= 0
        if isWhole { return }
        count += added
      }
    }
    if let failure { throw failure }
    guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
    if isWhole { return bytes }
    var piece = [UInt8](repeating: 0, count: largestPiece)
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
