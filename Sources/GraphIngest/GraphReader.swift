internal import Dispatch
package import PolicyIR
package import ResourceModel
internal import Synchronization

/// Reads resource graphs written as JSON, in one document or with a resource on each line.
package struct GraphReader: Sendable {
  /// The number of bytes that are read at a time.
  package static let pieceSize = 4 << 20

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
  package static func isGraph(_ start: some Sequence<UInt8>) -> Bool {
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
    var shredder = GraphShredder(table)
    try opening.read(&shredder)
    if opening.isDocument { return assemble([shredder.finish()], opening.header, lineBase: 0) }
    let (rest, lineCount) = try opening.rest()
    let parts = try readLines(PieceSource(stream, start: rest, size: pieceSize), lineCount)
    return assemble(parts, opening.header, lineBase: lineCount)
  }

  /// Returns what is made of the lines of `source`, before which there are `lineBase` lines.
  private func readLines(
    _ source: PieceSource, _ lineBase: Int
  ) throws(GraphError) -> [GraphPart] {
    let results = Mutex([Result<GraphPart, PieceFault>]())
    DispatchQueue.concurrentPerform(iterations: jobs) { _ in
      let reader = LineReader(
        table, pieceSize: pieceSize, isAlone: jobs == 1, lineBase: lineBase)
      let result = reader.run(source)
      results.withLock { $0.append(result) }
    }
    var parts: [GraphPart] = []
    var faults: [PieceFault] = []
    for result in results.withLock({ $0 }) {
      switch result {
      case .success(let part): parts.append(part)
      case .failure(let fault): faults.append(fault)
      }
    }
    // Every piece before the first one that is wrong was read to its end by somebody.
    if let first = faults.min(by: { $0.number < $1.number }) {
      let pieces = parts.flatMap(\.pieces) + faults.flatMap(\.pieces)
      let before = pieces.filter { $0.number < first.number }.reduce(0) { $0 + $1.lineCount }
      throw first.error.moved(by: lineBase + before)
    }
    return parts
  }

  private func assemble(
    _ parts: consuming [GraphPart], _ header: GraphHeader, lineBase: Int
  ) -> GraphInput {
    let merged = GraphPart.merged(parts, schema: table.schema, lineBase: lineBase)
    var assembly = GraphAssembly(table, merged)
    return assembly.finish(header)
  }
}
