package import SourceText

/// A scalar of a YAML text.
package struct YAMLScalar: Sendable {
  /// How a scalar is written.
  package enum Style: Hashable, Sendable, CaseIterable {
    /// Without quotes.
    case plain
    /// In `'`.
    case singleQuoted
    /// In `"`.
    case doubleQuoted
    /// As lines below a `|`.
    case literal
    /// As lines below a `>`.
    case folded
  }

  /// What the scalar says, with escapes and folded lines undone.
  package let text: String

  /// How it is written.
  package let style: Style

  /// Where it stands, with its quotes or header.
  package let range: SourceRange

  /// The bytes of the file in `range`, indexed by their offsets.
  let source: ArraySlice<UInt8>

  /// Creates the scalar that says `text`, written so at `range`; `source` is the bytes there, which
  /// were read before.
  package init(text: String, style: Style, range: SourceRange, source: ArraySlice<UInt8>) {
    self.text = text
    self.style = style
    self.range = range
    self.source = source
  }

  /// `true` iff it is plain and says nothing, `~` or `null`.
  package var isNull: Bool {
    style == .plain && (text.isEmpty || text == "~" || text == "null")
  }

  /// Returns where in the file the byte `offset` of `text` in UTF-8 comes from.
  ///
  /// An escape is where its backslash is; past the text is past its last byte.
  ///
  /// - Complexity: O(*n*) in the length of the text; see `sourceOffsets()` for many of them.
  package func sourceOffset(ofDecodedOffset offset: Int) -> UInt32 {
    let offsets = sourceOffsets()
    return offsets[Swift.max(0, Swift.min(offset, offsets.count - 1))]
  }

  /// Returns `true` iff a line of the file ends between two offsets in it that are within the scalar.
  package func hasLineBreak(from lower: UInt32, to upper: UInt32) -> Bool {
    let range = Swift.max(Int(lower), source.startIndex)..<Swift.min(Int(upper), source.endIndex)
    return source[range].contains { $0 == 0x0A || $0 == 0x0D }
  }

  /// Returns where in the file each byte of `text` in UTF-8 comes from, and where its end is.
  ///
  /// The offsets ascend. For a folded scalar those of white space are approximate.
  package func sourceOffsets() -> [UInt32] { YAMLOffsets.table(of: self) }
}
