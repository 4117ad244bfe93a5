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

  /// No attribute and no rule is of the type before that.
  @Test(arguments: [
    "a.Part", "a.Piece", "a.Kind", "[a.Part]", "[a.Piece]?", "Map<String, [a.Kind]>",
  ])
  func aTypeMayBeNamedFirstInACast(type: String) {
    let text = """
      resource a.Part { id: String key }
      struct a.Piece { id: String }
      enum a.Kind { One Two }
      fn reads(value: Json) -> Bool = (value.part as \(type)) is present
      """
    #expect(Self.said(of: [("a", [], text)]) == [])
  }

  /// Returns what is said of packs, each with the names of those it requires and its text.
  private static func said(of packs: [(String, [String], String)]) -> [DiagnosticID] {
    var sources = SourceMap()
    var diagnostics = DiagnosticSet()
    let checked = packs.map { name, requires, text in
      let file = SourceFile(name: "\(name).cispol", bytes: [UInt8](text.utf8))
      let (tree, found) = PolicyParser.parse(file, id: sources.insert(file))
      diagnostics.formUnion(found)
      return PackSource(name: name, requires: requires, trees: [tree])
    }
    let (_, found) = PolicyChecker.check(checked)
    diagnostics.formUnion(found)
    return diagnostics.elements.map(\.id)
  }

  private static let helper = "fn is_good(disk: cloud.Disk) -> Bool = disk.encrypted\n"
  private static let user = "rule r { for disk in cloud.Disk require disk.is_good() }\n"

  @Test func aFunctionOfARequiredPackIsVisibleUnlessItIsPrivate() {
    let (schema, helper, user) = (Self.schema, Self.helper, Self.user)
    #expect(Self.said(of: [("cloud", [], schema + helper), ("mine", ["cloud"], user)]) == [])
    #expect(
      Self.said(of: [("cloud", [], schema + "private " + helper), ("mine", ["cloud"], user)])
        == [.privateFunction])
    #expect(
      Self.said(of: [
        ("cloud", [], schema), ("other", ["cloud"], helper), ("mine", ["cloud"], user),
      ])
        == [.invisibleType])
    #expect(Self.said(of: [("cloud", [], schema + "private " + helper + user)]) == [])
  }

  @Test func aFunctionOfOnesOwnGoesBeforeThoseOfOthers() {
    let (schema, helper, user) = (Self.schema, Self.helper, Self.user)
    let own = helper + user
    #expect(Self.said(of: [("cloud", [], schema + helper), ("mine", ["cloud"], own)]) == [])
    #expect(
      Self.said(of: [
        ("cloud", [], schema), ("a", ["cloud"], helper), ("b", ["cloud"], helper),
        ("mine", ["cloud", "a", "b"], user),
      ]) == [.ambiguousFunction])
    #expect(
      Self.said(of: [
        ("cloud", [], schema), ("a", ["cloud"], helper), ("b", ["cloud"], "private " + helper),
        ("mine", ["cloud", "a", "b"], user),
      ]) == [])
    #expect(Self.said(of: [("cloud", [], schema + helper + helper)]) == [.duplicateName])
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
