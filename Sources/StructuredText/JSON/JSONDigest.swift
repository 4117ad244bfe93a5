internal import CByteScan

/// Numbers by which keys are told apart quickly.
package enum JSONDigest {
  /// Returns the digest of a key with the decoded bytes `bytes`, which its `JSONNode` has as number.
  package static func of(_ bytes: [UInt8]) -> UInt32 {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else {
        return unsafe withUnsafePointer(to: 0 as UInt8) { unsafe byte_scan_digest($0, 0) }
      }
      return unsafe byte_scan_digest(base, buffer.count)
    }
  }
}
