import Compliance
import GraphIngest
import Pipelines
import TestSupport
import Testing

/// Graphs in the encodings that shells write say the same as in UTF-8.
@Suite struct InputEncodingTests {
  private static let graph = """
    {"cispol_graph": 1, "complete": ["gov.Host"]}
    {"type": "gov.Host", "account": "111111111111", "region": "r1", "attributes": \
    {"name": "\u{E4}", "open": [22], "users": [], "age": 1}}
    """

  private static let encodings: [[UInt8]] = [
    Array("\u{FEFF}\(graph)".utf8),
    graph.utf16Bytes(isBigEndian: false), "\u{FEFF}\(graph)".utf16Bytes(isBigEndian: false),
    graph.utf16Bytes(isBigEndian: true), "\u{FEFF}\(graph)".utf16Bytes(isBigEndian: true),
  ]

  private func findings(_ bytes: [UInt8]) throws -> [String] {
    let input = InputFile(name: "graph.jsonl", bytes: bytes)
    return try GovernedLaboratory.run(.init(), inputs: [input]).report.findings.map {
      "\($0.fingerprint) \($0.status)"
    }
  }

  @Test(arguments: encodings) func graphsAreUnderstood(_ bytes: [UInt8]) throws {
    let plain = try findings(Array(Self.graph.utf8))
    #expect(!plain.isEmpty)
    #expect(try findings(bytes) == plain)
  }

  @Test(arguments: encodings) func onlyUTF8IsReadPieceByPiece(_ bytes: [UInt8]) {
    #expect(InputFile(name: "graph.jsonl", start: bytes, rest: ByteStream([])) == nil)
    let plain = Array(Self.graph.utf8)
    #expect(InputFile(name: "graph.jsonl", start: plain, rest: ByteStream([])) != nil)
  }
}
