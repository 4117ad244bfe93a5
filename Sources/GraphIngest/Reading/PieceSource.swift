internal import CByteScan
internal import Synchronization

/// Hands out the lines of a stream in pieces, to several readers at a time; a class, because all of
/// them take from the same place.
final class PieceSource: Sendable {
  /// Where the stream is.
  private struct State {
    /// What was read and not handed out yet: the start of a line.
    var carry: [UInt8]
    /// The 0-based number of the next piece.
    var number = 0
    /// Whether the stream has ended.
    var isAtEnd = false
    /// Whether nothing more is handed out.
    var isStopped = false
  }

  private let stream: ByteStream
  private let state: Mutex<State>

  /// The number of bytes that a piece has, unless one line has more.
  private let size: Int

  /// Creates the source of what follows `start` in `stream`.
  init(_ stream: ByteStream, start: [UInt8], size: Int) {
    self.stream = stream
    self.size = size
    state = Mutex(State(carry: start))
  }

  /// Fills `buffer` with the next lines and returns the number of the piece, or `nil` at the end.
  func next(into buffer: inout PieceBuffer) throws(ByteStreamError) -> Int? {
    let result = state.withLock { state -> Result<Int?, ByteStreamError> in
      do throws(ByteStreamError) {
        return .success(try next(&state, into: &buffer))
      } catch {
        state.isStopped = true
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// Hands out nothing more.
  func stop() { state.withLock { $0.isStopped = true } }

  private func next(
    _ state: inout State, into buffer: inout PieceBuffer
  ) throws(ByteStreamError) -> Int? {
    guard !state.isStopped else { return nil }
    buffer.clear()
    buffer.append(state.carry)
    state.carry = []
    // Where a line may end that was not looked for yet.
    var start = 0
    while !state.isAtEnd {
      if buffer.count >= size {
        let end = unsafe byte_scan_last_line(buffer.base, start, buffer.count)
        if end > start {
          state.carry = buffer.removeLast(buffer.count - end)
          break
        }
      }
      start = buffer.count >= size ? buffer.count : 0
      if try buffer.read(from: stream, atMost: max(size, buffer.count)) == 0 {
        state.isAtEnd = true
      }
    }
    guard buffer.count > 0 else { return nil }
    state.number += 1
    return state.number - 1
  }
}
