import Collectors
import Diagnostics
import GraphIngest
import PolicyIR
import ResourceModel
import SourceText
import StructuredText
import TestSupport
import Testing

/// The examples of the pages on diagnostics are what the pages say.
@Suite struct DiagnosticExampleTests {
  /// Those whose example is no single text: a command, or a folder of files.
  private static let withoutText: Set<DiagnosticID> = [
    .ambiguousFunction, .attestationOfAutomated, .controlWithoutVersion, .duplicateBenchmark,
    .duplicateControl, .duplicatePack, .duplicateSection, .duplicateWaiver, .emptyPack,
    .emptyPolicy, .inputBinaryPlan, .inputEmpty, .missingPackFile, .packVersionMismatch,
    .packWithoutRules,
    .privateFunction, .strayFile, .unknownBenchmark, .unknownControl, .unknownPack, .unknownSection,
    .unsoundFormat, .waiverTooLong,
  ]

  static let withText = DiagnosticID.allCases.filter { !withoutText.contains($0) }

  @Test(arguments: withText)
  func theExampleGivesTheDiagnosticAndNoOther(_ id: DiagnosticID) throws {
    let blocks = try #require(Self.page(of: id)).blocks(in: "Example")
    let example = try #require(blocks.first)
    let (found, report) = try #require(Self.read(example))
    #expect(found == [id], "\(report)")
    let shown = try #require(blocks.dropFirst().first, "\(example) shows no message:\n\(report)")
    #expect(shown.tags == ["text"] && shown.text == report)
  }

  @Test(arguments: withText)
  func theMendedTextGivesNone(_ id: DiagnosticID) throws {
    let mended = try #require(Self.page(of: id)?.blocks(in: "Fix").first)
    let (found, report) = try #require(Self.read(mended))
    #expect(found == [], "\(report)")
  }

  private static func page(of id: DiagnosticID) -> MarkdownPage? {
    MarkdownPage("docs/diagnostics/\(id.rawValue).md")
  }

  /// Returns what is said about the block by the reader that its tags name.
  private static func read(_ block: MarkdownPage.Block) -> ([DiagnosticID], String)? {
    let bytes = block.bytes
    switch block.tags {
    case ["cispol"], ["cispol", "requires=nothing"]:
      let policy = CheckedPolicy(bytes, seesSchema: block.tags.count == 1)
      return (policy.diagnostics.elements.map(\.id), policy.report)
    case ["yaml", "rules"]:
      let policy = CheckedPolicy(bytes, name: "rules/example.yaml", isYAML: true)
      return (policy.diagnostics.elements.map(\.id), policy.report)
    case ["yaml"]:
      return report(on: bytes, name: "example.yaml") { YAMLReader.parse($0, id: $1).1 }
    case ["json"]:
      return report(on: bytes, name: "example.json") { file, id in
        var found = DiagnosticSet()
        do throws(JSONError) { _ = try JSONDocument.parse(file, id: id) } catch {
          found.insert(.json(error))
        }
        return found
      }
    case ["json", "graph"]:
      var sources = SourceMap()
      do throws(GraphError) {
        let schema = Schema()
        let reader = GraphReader(schema: schema, reads: AttributeReads(ofAllIn: schema))
        _ = try reader.read(.empty, start: bytes)
        return ([], "")
      } catch {
        var found = DiagnosticSet()
        found.insert(error.diagnostic(in: sources.insert(error.file(name: "graph.jsonl"))))
        return (found.elements.map(\.id), found.report(in: sources))
      }
    case ["json", "plan"], ["text", "plan"]:
      return report(on: bytes, name: "plan.json") { file, id in
        var found = DiagnosticSet()
        do throws(CollectError) {
          _ = try TerraformPlanCollector.collect(file, id: id)
        } catch {
          found.insert(.uncollectable(error))
        }
        return found
      }
    default:
      return nil
    }
  }

  private static func report(
    on bytes: [UInt8], name: String, _ read: (SourceFile, FileID) -> DiagnosticSet
  ) -> ([DiagnosticID], String) {
    var sources = SourceMap()
    let file = SourceFile(name: name, bytes: bytes)
    let found = read(file, sources.insert(file))
    return (found.elements.map(\.id), found.report(in: sources))
  }
}
