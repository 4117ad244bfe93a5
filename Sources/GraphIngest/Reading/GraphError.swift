internal import SourceText
package import StructuredText

/// Why a graph cannot be read.
package struct GraphError: Error, Hashable, Sendable {
  /// What is wrong.
  package enum Kind: Hashable, Sendable {
    /// The text is not JSON.
    case notJSON(JSONError)
    /// The text ends inside of a value.
    case truncated
    /// The graph is of another version of the format.
    case unsupportedVersion(String)
    /// A part is not what the format says, which is `expected`.
    case wrongShape(expected: String)
    /// A resource or the header has a member that the format does not know.
    case unknownMember(String, nearest: String?)
    /// The bytes do not come.
    case unreadable(ByteStreamError)
  }

  /// What is wrong.
  package let kind: Kind

  /// The lines in which it is wrong, or as much of them as it takes to show it.
  package let excerpt: [UInt8]

  /// The 1-based line of the source in which the excerpt starts.
  package let line: Int

  /// Where it is wrong, in bytes of the excerpt, 0-based.
  package let offsets: Range<Int>

  /// Creates an error.
  package init(_ kind: Kind, excerpt: [UInt8] = [], line: Int = 1, offsets: Range<Int> = 0..<0) {
    self.kind = kind
    self.excerpt = excerpt
    self.line = line
    self.offsets = offsets
  }
}

extension GraphError {
  /// Returns the error in a source that has `count` more lines before it.
  func moved(by count: Int) -> GraphError {
    GraphError(kind, excerpt: excerpt, line: line + count, offsets: offsets)
  }

  /// What is wrong, in words: lower case, no final period.
  package var message: String {
    switch kind {
    case .notJSON(let error): error.message
    case .truncated: "the graph ends inside of a value: it was probably cut off"
    case .unsupportedVersion(let version): "graphs of version `\(version)` are not supported"
    case .wrongShape(let expected): "\(expected) is expected here"
    case .unknownMember(let name, _): "a graph knows no member `\(name)` here"
    case .unreadable(let error): error.message
    }
  }

  /// What to do about it.
  package var help: String? {
    switch kind {
    case .notJSON, .unreadable: nil
    case .truncated: "write the graph again, and check that the disk was not full"
    case .unsupportedVersion: "version 1 is supported: use a newer version of this program"
    case .wrongShape: "docs/graph-format.md describes what a graph looks like"
    case .unknownMember(_, let nearest):
      nearest.map { "did you mean `\($0)`?" } ?? "put what is for people into `raw`"
    }
  }
}
