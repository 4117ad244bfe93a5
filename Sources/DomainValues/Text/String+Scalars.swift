extension String {
  /// Creates the text of these Unicode scalars; numbers that are none are left out.
  init(scalars numbers: [UInt32]) {
    // Nearly all texts are ASCII, whose numbers are its bytes.
    if numbers.allSatisfy({ $0 < 0x80 }) {
      self.init(decoding: numbers.map { UInt8(truncatingIfNeeded: $0) }, as: UTF8.self)
    } else {
      self.init(String.UnicodeScalarView(numbers.compactMap { Unicode.Scalar($0) }))
    }
  }
}
