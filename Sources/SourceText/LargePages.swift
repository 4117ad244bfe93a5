internal import Glibc

/// Memory that is handed out in large pages, where the system has them.
///
/// What a large text is read into is filled from its start to its end, and each page of four
/// kilobytes that is touched for the first time costs the system some microseconds.
package enum LargePages {
  /// The size of a large page on the machines there are.
  private static let size = 2 << 20

  /// Asks for large pages for the whole of those that lie in `memory`, which has no contents yet.
  ///
  /// It is advice: without large pages all is as it was.
  package static func advise(_ memory: UnsafeMutableRawBufferPointer) {
    guard let base = memory.baseAddress, memory.count >= size else { return }
    let address = UInt(bitPattern: base)
    let start = (address + UInt(size) - 1) & ~UInt(size - 1)
    let end = (address + UInt(memory.count)) & ~UInt(size - 1)
    guard start < end else { return }
    _ = unsafe madvise(UnsafeMutableRawPointer(bitPattern: start), Int(end - start), MADV_HUGEPAGE)
  }
}

extension Array {
  /// Creates an empty array with room for `capacity` elements, in large pages if it is large.
  package init(spacious capacity: Int) {
    unsafe self.init(unsafeUninitializedCapacity: capacity) { room, count in
      unsafe LargePages.advise(UnsafeMutableRawBufferPointer(room))
      count = 0
    }
  }
}
