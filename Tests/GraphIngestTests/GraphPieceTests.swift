import GraphIngest
import ResourceModel
import Testing

/// What is read does not depend on where the source is cut and on who reads it.
@Suite struct GraphPieceTests {
  private static let lines = (0..<60).map { index in
    let friend = index % 7 == 0 ? "null" : "\"p\(index / 2)\""
    switch index % 4 {
    case 0:
      return """
        {"type":"t.Person","name":"person \(index)","account":"\(index % 3)","region":"r",\
        "attributes":{"name":"p\(index)","friend":\(friend),"friends":["p1",\(index),{"$unknown":"stale"}]}}
        """
    case 1:
      return """
        {"type":"t.Thing","account":"\(index % 3)","region":"r\(index % 2)","attributes":{"id":"t\(index)",\
        "parts":[{"number":\(index),"owner":"p\(index - 1)"},{"flag":null}],"json":{"a":[\(index)]},\
        "cidrs":["10.\(index).0.0/16"],"texts":{"$incomplete":["é\(index)"],"because":{"$unknown":"stale"}},\
        "map":{"k":\(index)},"numbers":[1,1,\(index)],"policy":null,"odd":1}}
        """
    case 2:
      return "{\"type\":\"t.Account\",\"account\":\"\(index % 3)\",\"attributes\":{\"limit\":7}}"
    default: return index % 8 == 3 ? "" : "{\"type\":\"u.Strange\",\"raw\":{\"n\":[\(index)]}}"
    }
  }

  private static let text =
    "{\"cispol_graph\":1,\"complete\":[\"t.Person\"]}\n" + lines.joined(separator: "\n")

  @Test func piecesAndThreadsChangeNothing() throws {
    let whole = try GraphSketch(Self.text).description()
    #expect(whole.contains("p12") && whole.contains("u.Strange"))
    for jobs in 1...3 {
      for pieceSize in [1, 7, 100, 1000, 5000] {
        let other = try GraphSketch(Self.text, jobs: jobs, pieceSize: pieceSize)
        let (wanted, found) = (
          whole.split(separator: "\n"), other.description().split(separator: "\n")
        )
        let different = zip(wanted, found).first { $0 != $1 }
        #expect(
          different == nil && wanted.count == found.count,
          "\(jobs) threads, pieces of \(pieceSize) bytes")
      }
    }
  }

  @Test func aDocumentIsReadLikeItsLines() throws {
    let resources = Self.lines.filter { !$0.isEmpty }
    let lines =
      "{\"cispol_graph\":1,\"complete\":[\"t.Person\"]}\n" + resources.joined(separator: "\n")
    let document =
      "{\"cispol_graph\":1,\"resources\":[\n" + resources.joined(separator: ",\n")
      + "],\"complete\":[\"t.Person\"]}"
    let wanted = try GraphSketch(lines).description()
    for pieceSize in [1, 7, 100, 1000, 1 << 20] {
      #expect(try GraphSketch(document, pieceSize: pieceSize).description() == wanted)
    }
  }

  @Test func placesInADocumentHaveLinesAndColumns() throws {
    let person = "{\"type\":\"t.Person\",\"account\":\"1\"}"
    let document = "{\"cispol_graph\":1,\"resources\":[\(person),\n\n  \(person), \(person)]}"
    let type = try GraphSketch.type("t.Person")
    for pieceSize in [1, 16, 1 << 20] {
      let graph = try GraphSketch(document, pieceSize: pieceSize).input.graph
      let places = graph.rows(of: type).compactMap { graph.provenance(of: $0).place }
      let wanted = [(1, 32), (3, 3), (3, 38)].map { Place.make(line: $0, column: $1) }
      #expect(places == wanted, "pieces of \(pieceSize) bytes")
    }
  }
}
