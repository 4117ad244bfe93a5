internal import CByteScan
internal import Diagnostics
internal import PolicySyntax
internal import SourceText

/// What characters may stand in a policy at all.
enum WellFormed {
  /// Returns the character that starts at `offset` and its number of bytes, or `nil` when it is
  /// ill-formed.
  static func scalar(in bytes: [UInt8], at offset: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    var decoder = UTF8()
    var rest = bytes[offset..<Swift.min(bytes.count, offset + 4)].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&rest) else { return nil }
    return (scalar, UTF8.width(scalar))
  }

  /// Returns whether `scalar` is a control character that is neither a blank nor a line break.
  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: true
    default: false
    }
  }

  /// Returns whether `scalar` is read as part of a name.
  static func looksLikeLetter(_ scalar: Unicode.Scalar) -> Bool {
    if BidirectionalControl.contains(scalar) || isControl(scalar) { return false }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber,
      .connectorPunctuation:
      return true
    case .format: return scalar.value != 0xFEFF
    default: return false
    }
  }

  /// Returns what may not stand in `range` of the text of `tree`, or `nil` when the text is no
  /// UTF-8, together with that.
  static func check(_ tree: SyntaxTree, in range: Range<Int>) -> (DiagnosticSet, isUTF8: Bool) {
    var diagnostics = DiagnosticSet()
    let bytes = tree.text
    var offset = range.lowerBound
    while true {
      // Most text is printable ASCII.
      offset = unsafe bytes.withUnsafeBufferPointer { text in
        unsafe byte_scan_unprintable(text.baseAddress, offset, range.upperBound)
      }
      guard offset < range.upperBound else { return (diagnostics, true) }
      guard let (scalar, length) = scalar(in: bytes, at: offset) else {
        let place = tree.range(from: UInt32(offset), to: UInt32(offset + 1))
        diagnostics.insert(.invalidUTF8(at: place))
        return (diagnostics, false)
      }
      let place = tree.range(from: UInt32(offset), to: UInt32(offset + length))
      if BidirectionalControl.contains(scalar) {
        diagnostics.insert(.bidirectionalControl(scalar, at: place))
      } else if isControl(scalar) {
        diagnostics.insert(.controlCharacter(scalar, at: place))
      }
      offset += length
    }
  }
}
