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

  /// The number of bytes from which it is told whether an input is a graph.
  ///
  /// They are copied into what holds a plan.
  private static let startSize = 1 << 12

  /// The most bytes of a file of a pack.
  static let largestPolicy = 16 << 20

  /// Returns whether there is a folder at `path`.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

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
    let start = try read(descriptor: descriptor, atMost: startSize)
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
    do {
      return unsafe try read(descriptor, into: room)
    } catch {
      throw ByteStreamError(error.message)
    }
  }

  /// Puts the next bytes of the file into `room`, and returns their number; 0 at its end only.
  private static func read(
    _ descriptor: Int32, into room: UnsafeMutableRawBufferPointer
  ) throws(FileError) -> Int {
    while true {
      let count = unsafe Glibc.read(descriptor, room.baseAddress, room.count)
      if count >= 0 { return count }
      guard Waiting.isOverForReading(descriptor) else { throw .system(errno) }
    }
  }

  /// Fills `room` from the 0-based place `first` on, and returns how much of it is filled: less than
  /// all only at the end of the file.
  private static func fill(
    _ room: UnsafeMutableRawBufferPointer, from first: Int = 0, _ descriptor: Int32
  ) -> Result<Int, FileError> {
    var count = first
    while count < room.count {
      do throws(FileError) {
        let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: room[count...])
        let added = try unsafe read(descriptor, into: rest)
        if added == 0 { break }
        count += added
      } catch {
        return .failure(error)
      }
    }
    return .success(count)
  }

  /// Returns the first bytes of the file, fewer than `limit` only if there are no more.
  private static func read(descriptor: Int32, atMost limit: Int) throws(FileError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: limit)
    let count = try unsafe bytes.withUnsafeMutableBytes { unsafe fill($0, descriptor) }.get()
    bytes.removeLast(limit - count)
    return bytes
  }

  private static func read(
    descriptor: Int32, sizeHint: Int, limit: Int, after start: [UInt8] = []
  ) throws(FileError) -> [UInt8] {
    var filled = Result<Int, FileError>.success(0)
    // A file as long as it says is read to where it stays; that there is no more takes a byte of room.
    let capacity = max(sizeHint, start.count) + 1
    var bytes = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { room, count in
      unsafe LargePages.advise(UnsafeMutableRawBufferPointer(room))
      count = unsafe room.initialize(fromContentsOf: start)
      filled = unsafe fill(UnsafeMutableRawBufferPointer(room), from: count, descriptor)
      if case .success(let all) = filled { count = all }
    }
    var isWhole = try filled.get() < capacity
    var piece = isWhole ? [] : [UInt8](repeating: 0, count: largestPiece)
    while !isWhole, bytes.count <= limit {
      let count = try unsafe piece.withUnsafeMutableBytes { unsafe fill($0, descriptor) }.get()
      bytes.append(contentsOf: piece[..<count])
      isWhole = count < piece.count
    }
    guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
    return bytes
  }
}
