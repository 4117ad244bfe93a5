import GraphIngest
import SourceText

/// The excerpt of an error as the only file of a run.
struct SourceMapOfOne {
  private var sources = SourceMap()

  /// The file.
  let id: FileID

  /// Creates the files of a run that ended with `error`.
  init(_ error: GraphError) { id = sources.insert(error.file(name: "graph.jsonl")) }

  /// Returns where `range` starts.
  func location(of range: SourceRange) -> SourceLocation { sources.location(of: range) }
}
