public import CByteScan

extension Array {
  /// Asks the processor to fetch the elements in `range`, as far as there are such, because they are
  /// read soon.
  @inlinable @inline(__always) package func fetch(_ range: Range<Int>) {
    let range = range.clamped(to: indices)
    guard !range.isEmpty else { return }
    unsafe withUnsafeBufferPointer { elements in
      guard let start = elements.baseAddress else { return }
      unsafe byte_scan_fetch(
        start + range.lowerBound, range.count * MemoryLayout<Element>.stride)
    }
  }
}
