internal import CLargePages

/// Memory that is handed out in large pages, where the system has them.
///
/// What a large text is read into is filled from its start to its end, and each page of four
/// kilobytes that is touched for the first time costs the system some microseconds.
package enum LargePages {
  /// Asks for large pages for as many as lie in `memory`, which has no contents yet.
  package static func advise(_ memory: UnsafeMutableRawBufferPointer) {
    unsafe large_pages_advise(memory.baseAddress, memory.count)
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
