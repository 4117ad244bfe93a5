package import Diagnostics
package import SourceText

/// Reads YAML strictly: one document, no aliases, no tags, no repeated keys, nothing ambiguous.
package enum YAMLReader {
  /// The most sequences and mappings that may be nested.
  package static let deepest = 64

  /// Returns the value that `file`, known as `id`, holds, and what is wrong with it.
  ///
  /// The value is `nil` when a part of it could not be read; then an error says why.
  package static func parse(_ file: SourceFile, id: FileID) -> (YAMLNode?, DiagnosticSet) {
    var diagnostics = DiagnosticSet()
    guard YAMLTextCheck.check(file.bytes, file: id, into: &diagnostics) else {
      return (nil, diagnostics)
    }
    let markSize = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let text = markSize == 0 ? file.bytes : Array(file.bytes[markSize...])
    var builder = YAMLTreeBuilder(
      source: file.bytes, file: id, characters: CodePointOffsets(text), textStart: markSize,
      diagnostics: diagnostics)
    if !text.isEmpty, let failure = LibYAML.read(text, { builder.receive($0) }) {
      builder.receive(failure)
    }
    return builder.finish()
  }
}
