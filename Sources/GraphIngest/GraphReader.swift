internal import Dispatch
package import PolicyIR
package import ResourceModel

/// Reads resource graphs written as JSON, in one document or with a resource on each line.
package struct GraphReader: Sendable {
  /// The number of bytes that are read at a time.
  package static let pieceSize = 1 << 20

  private let table: ShapeTable
  private let jobs: Int
  private let pieceSize: Int

  /// Creates a reader of what `reads` names of the types of `schema`, with at most `jobs` threads.
  package init(
    schema: Schema, reads: AttributeReads, jobs: Int = 1, pieceSize: Int = GraphReader.pieceSize
  ) {
    table = ShapeTable(schema, reads)
    self.jobs = max(1, jobs)
    self.pieceSize = max(1, pieceSize)
  }

  /// Returns whether a text that starts like this is meant to be a graph.
  package static func isGraph(_ start: [UInt8]) -> Bool {
    var isFirst = true
    var rest = Array("\"cispol_graph\"".utf8)[...]
    for byte in start {
      if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { continue }
      if isFirst {
        guard byte == UInt8(ascii: "{") else { return false }
        isFirst = false
      } else {
        guard byte == rest.first else { return false }
        rest.removeFirst()
        if rest.isEmpty { return true }
      }
    }
    return false
  }

  /// Returns the graph that `stream` writes, of which `start` was read already.
  ///
  /// - Throws: a `GraphError` if it is not a graph; the same with any number of threads.
  package func read(_ stream: ByteStream, start: [UInt8] = []) throws(GraphError) -> GraphInput {
    var opening = DocumentReader(stream, start: start, pieceSize: pieceSize)
    var shredder = GraphShredder(table, table.makeBuilder())
    try opening.read(&shredder)
    if opening.isDocument { return assemble(shredder.finish(), opening.header) }
    let (rest, lineCount) = try opening.rest()
    let source = PieceSource(stream, start: rest, size: pieceSize)
    let collection = PartCollection(table, afterLines: lineCount)
    DispatchQueue.concurrentPerform(iterations: jobs) { _ in
      LineReader(table, pieceSize: pieceSize).run(source, into: collection)
    }
    return assemble(try collection.take(), opening.header)
  }

  private func assemble(_ part: consuming GraphPart, _ header: GraphHeader) -> GraphInput {
    var assembly = GraphAssembly(table, part, jobs: jobs)
    return assembly.finish(header)
  }
}
