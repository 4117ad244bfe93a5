/// Room for a piece of a stream, used again for the next one.
@safe struct PieceBuffer: ~Copyable {
  /// Where the piece starts.
  private(set) var base: UnsafeMutablePointer<UInt8>

  /// The number of bytes of the piece.
  private(set) var count = 0

  private var capacity: Int

  /// Creates room for `capacity` bytes until it has to grow.
  init(capacity: Int) {
    self.capacity = max(capacity, 64)
    unsafe base = .allocate(capacity: self.capacity)
  }

  deinit { unsafe base.deallocate() }

  /// The bytes of the piece.
  var bytes: UnsafeBufferPointer<UInt8> { unsafe UnsafeBufferPointer(start: base, count: count) }

  /// Forgets the piece.
  mutating func clear() { count = 0 }

  /// Adds bytes.
  mutating func append(_ more: [UInt8]) {
    reserve(more.count)
    unsafe more.withUnsafeBufferPointer { source in
      guard let start = source.baseAddress else { return }
      unsafe (base + count).update(from: start, count: source.count)
    }
    count += more.count
  }

  /// Removes the last `number` bytes and returns them.
  mutating func removeLast(_ number: Int) -> [UInt8] {
    count -= number
    return unsafe Array(UnsafeBufferPointer(start: base + count, count: number))
  }

  /// Removes the first `number` bytes.
  mutating func removeFirst(_ number: Int) {
    unsafe base.update(from: base + number, count: count - number)
    count -= number
  }

  /// Adds the next bytes of `stream`, and returns how many there were.
  mutating func read(from stream: ByteStream, atMost number: Int) throws(ByteStreamError) -> Int {
    reserve(number)
    let room = unsafe UnsafeMutableRawBufferPointer(start: base + count, count: number)
    let added = unsafe try stream.read(room)
    count += added
    return added
  }

  /// Makes room for `number` more bytes.
  private mutating func reserve(_ number: Int) {
    guard count + number > capacity else { return }
    let larger = max(capacity * 2, count + number)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    unsafe moved.moveInitialize(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = moved
    capacity = larger
  }
}
