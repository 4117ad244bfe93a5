import Diagnostics
import PolicyChecker
import PolicyParser
import PolicySyntax
import SourceText
import Testing

/// What a pack sees of the others.
@Suite struct PackVisibilityTests {
  private static let schema = "resource cloud.Disk { encrypted: Bool }\n"
  private static let rule = """
    rule disks_encrypted {
      for disk in cloud.Disk
      require disk.encrypted
    }
    """

  @Test func aTypeOfARequiredPackIsVisible() {
    #expect(Self.given(["cloud"]) == [])
  }

  @Test func aTypeOfAnyOtherPackIsInvisible() {
    #expect(Self.given([]) == [.invisibleType])
  }

  /// Returns what is said when the pack with the rule requires `packs`.
  private static func given(_ packs: [String]) -> [DiagnosticID] {
    var sources = SourceMap()
    var trees: [SyntaxTree] = []
    var diagnostics = DiagnosticSet()
    for text in [schema, rule] {
      let file = SourceFile(name: "case.cispol", bytes: [UInt8](text.utf8))
      let (tree, found) = PolicyParser.parse(file, id: sources.insert(file))
      trees.append(tree)
      diagnostics.formUnion(found)
    }
    let (_, found) = PolicyChecker.check([
      PackSource(name: "cloud", requires: [], trees: [trees[0]]),
      PackSource(name: "mine", requires: packs, trees: [trees[1]]),
    ])
    diagnostics.formUnion(found)
    return diagnostics.elements.map(\.id)
  }
}
