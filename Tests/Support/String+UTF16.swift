extension String {
  /// Returns the text in UTF-16.
  package func utf16Bytes(isBigEndian: Bool) -> [UInt8] {
    utf16.flatMap { unit -> [UInt8] in
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return isBigEndian ? pair : pair.reversed()
    }
  }
}
