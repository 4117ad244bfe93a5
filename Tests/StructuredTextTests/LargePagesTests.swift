import SourceText
import Testing

/// Large arrays are as others, wherever their memory comes from.
struct LargePagesTests {
  @Test(arguments: [0, 1, 2 << 20, (5 << 20) + 3])
  func aSpaciousArrayIsEmptyAndHasTheRoomThatWasAskedFor(capacity: Int) {
    var bytes = [UInt8](spacious: capacity)
    #expect(bytes.isEmpty)
    #expect(bytes.capacity >= capacity)
    bytes.append(1)
    let room = bytes.capacity
    while bytes.count < capacity { bytes.append(UInt8(truncatingIfNeeded: bytes.count)) }
    // What there was room for was put there without making more.
    #expect(capacity == 0 || bytes.capacity == room)
    #expect(bytes.indices.dropFirst().allSatisfy { bytes[$0] == UInt8(truncatingIfNeeded: $0) })
  }
}
