internal import CByteScan

/// Numbers by which keys are told apart quickly.
package enum JSONDigest {
  /// Returns the digest of a key with the decoded bytes `bytes`, which its `JSONNode` has as number.
  package static func of(_ bytes: [UInt8]) -> UInt32 {
    unsafe bytes.withUnsafeBufferPointer { unsafe of($0) }
  }

  /// Returns the digest of a key with the decoded bytes `bytes`.
  static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    guard let base = bytes.baseAddress else {
      return unsafe withUnsafePointer(to: 0 as UInt8) { unsafe byte_scan_digest($0, 0) }
    }
    return unsafe byte_scan_digest(base, bytes.count)
  }
}
