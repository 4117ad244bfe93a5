internal import DomainValues
internal import GraphIngest
internal import PolicyIR
internal import ResourceModel
internal import SourceText

/// The schema that graphs are read by: an attribute of every type, keys, edges and containers.
private let schema = FuzzSchema.make()

/// Reads `size` bytes at `start` as libFuzzer hands them over, at once and in small pieces.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzzGraph(_ start: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: size))
  let whole = read(bytes, pieceSize: 1 << 20)
  let pieces = read(bytes, pieceSize: 7)
  precondition(whole == pieces, "what is read does not depend on where it is cut")
  return 0
}

/// Returns what is told of the graph in `bytes`.
private func read(_ bytes: [UInt8], pieceSize: Int) -> [String] {
  let reader = GraphReader(
    schema: schema, reads: AttributeReads(ofAllIn: schema), pieceSize: pieceSize)
  do throws(GraphError) {
    let input = try reader.read(ByteStream(bytes))
    var lines = input.notes + ["\(input.resourceCount)"]
    for type in schema.resources.indices.map({ ResourceTypeID(index: $0) }) {
      for row in input.graph.rows(of: type) {
        for attribute in schema[type].attributes.indices {
          lines.append("\(input.graph.cell(attribute, of: row))")
        }
      }
    }
    return lines
  } catch {
    precondition(error.offsets.upperBound <= error.excerpt.count, "errors lie in their excerpts")
    // An excerpt may be cut where the piece ends.
    return ["\(error.line)"]
  }
}
