import Collectors
import Diagnostics
import DomainValues
import Foundation
import PolicyIR
import PolicySyntax
import PolicyTesting
import SourceText
import TestSupport
import Testing

/// The reference of the language says what is so.
@Suite struct LanguageReferenceTests {
  static let pages = ShippedPacks.files(below: "docs/language", extension: "md")
    .compactMap { MarkdownPage("docs/language/\($0.lastPathComponent)") }

  static let blocks = pages.flatMap(\.blocks).filter { $0.tags.first == "cispol" }

  @Test(arguments: blocks)
  func anExampleIsCheckedAsItSays(_ block: MarkdownPage.Block) {
    let policy = CheckedPolicy(block.bytes)
    let found = policy.diagnostics.elements.map(\.id.rawValue)
    #expect(found == [block.value(of: "error")].compactMap(\.self), "\(block)\n\(policy.report)")
  }

  @Test(arguments: blocks)
  func theTestsOfAnExamplePass(_ block: MarkdownPage.Block) throws {
    let policy = CheckedPolicy(block.bytes)
    guard !policy.diagnostics.containsError else { return }
    let page = try #require(Self.pages.first { $0.path == block.page })
    let failures = try Self.failures(of: policy, on: page)
    #expect(failures == [], "\(block)")
  }

  /// The tables that are understood, each as a policy with tests.
  static let truths = pages.flatMap(\.tables).compactMap { table in
    TruthTable(table).map { (table: table, truth: $0) }
  }

  @Test func tablesOfTruthAreUnderstood() {
    #expect(Self.truths.count >= 34)
    #expect(Self.truths.allSatisfy { $0.truth.count > 0 })
  }

  @Test(arguments: truths)
  func aTableOfTruthIsTrue(_ table: MarkdownPage.Table, _ truth: TruthTable) throws {
    let policy = CheckedPolicy([UInt8](truth.policy.utf8))
    #expect(policy.diagnostics.isEmpty, "\(table)\n\(policy.report)")
    #expect(policy.program.tests.count == truth.count)
    let page = try #require(Self.pages.first { $0.path == table.page })
    let failures = try Self.failures(of: policy, on: page)
    #expect(failures == [], "\(table)")
  }

  @Test(arguments: pages.flatMap(\.blocks).filter { $0.tags == ["yaml", "rules"] })
  func aYAMLFileOfThePagesIsRight(_ block: MarkdownPage.Block) {
    let policy = CheckedPolicy(block.bytes, name: "rules/example.yaml", isYAML: true)
    #expect(policy.diagnostics.isEmpty, "\(block)\n\(policy.report)")
  }

  @Test(arguments: pages.flatMap(\.blocks).filter { $0.tags == ["yaml", "tests"] })
  func testsInYAMLOfThePagesPass(_ block: MarkdownPage.Block) throws {
    let page = try #require(Self.pages.first { $0.path == block.page })
    let rules = try #require(page.blocks.first { $0.tags == ["yaml", "rules"] })
    let policy = CheckedPolicy(
      block.bytes, name: "tests/example.yaml", isYAML: true,
      besides: [("rules/example.yaml", rules.bytes)])
    #expect(policy.diagnostics.isEmpty, "\(block)\n\(policy.report)")
    let failures = try Self.failures(of: policy, on: page)
    #expect(failures == [], "\(block)")
    #expect(!policy.program.tests.flatMap(\.cases).isEmpty)
  }

  @Test func everyOperatorAndFunctionOccursInAnExampleThatRuns() {
    var seen: Set<String> = []
    var texts = Self.blocks.filter { $0.text.contains("\ntest ") || $0.text.hasPrefix("test ") }
      .map(\.bytes)
    texts += Self.truths.map { [UInt8]($0.truth.policy.utf8) }
    for bytes in texts { seen.formUnion(Self.words(of: CheckedPolicy(bytes).tree)) }
    var wanted = Builtin.allCases.map { "\($0.rawValue)()" }
    wanted += InfixOperator.allCases.map(\.rawValue) + PrefixOperator.allCases.map(\.rawValue)
    wanted += TestOperator.allCases.map(\.rawValue) + Quantifier.allCases.map(\.rawValue)
    wanted += Aggregate.allCases.map(\.rawValue)
    wanted += [
      "as", "if", "match", "?.", "[]", "now", "world", "absent", "{for}", "[for]", "{for:}",
      "{group by}", ".*", ".+", "reaches",
    ]
    #expect(wanted.filter { !seen.contains($0) } == [])
  }

  /// Returns the operators and functions in the tree.
  private static func words(of tree: SyntaxTree) -> Set<String> {
    var words: Set<String> = []
    for index in 0..<tree.expressionCount {
      switch tree[ExpressionID(index: UInt32(index))] {
      case .infix(let symbol, _, _, _): words.insert(symbol.rawValue)
      case .prefix(let symbol, _): words.insert(symbol.rawValue)
      case .test(let test, _): words.insert(test.rawValue)
      case .quantifier(let quantifier, _, _, _): words.insert(quantifier.rawValue)
      case .aggregate(let aggregate, _, _): words.insert(aggregate.rawValue)
      case .call(let name, _, _, _): words.insert("\(tree.text(of: name))()")
      case .member(_, let name, let isOptional):
        words.insert("\(tree.text(of: name))()")
        if isOptional { words.insert("?.") }
      case .subscripted: words.insert("[]")
      case .cast: words.insert("as")
      case .conditional: words.insert("if")
      case .match: words.insert("match")
      case .now: words.insert("now")
      case .world: words.insert("world")
      case .absent: words.insert("absent")
      case .comprehension(_, _, let isSet): words.insert(isSet ? "{for}" : "[for]")
      case .mapComprehension: words.insert("{for:}")
      case .groups: words.insert("{group by}")
      case .closure(_, _, let includesBase, _): words.insert(includesBase ? ".*" : ".+")
      case .reach: words.insert("reaches")
      default: break
      }
    }
    return words
  }

  /// Runs the tests of the policy, which may be given the plans of the page.
  private static func failures(
    of policy: CheckedPolicy, on page: MarkdownPage
  ) throws -> [String] {
    let runner = TestRunner(
      program: policy.program, defaultInstant: try Timestamp.parse("2026-01-01")
    ) { format, path, _ in
      guard format == "terraform",
        let plan = page.blocks.first(where: { $0.value(of: "file") == path })
      else { return .problem("there is no `\(path)` on the page") }
      var sources = SourceMap()
      let file = SourceFile(name: path, bytes: plan.bytes)
      do throws(CollectError) {
        return .inventory(try TerraformPlanCollector.collect(file, id: sources.insert(file)))
      } catch {
        return .problem("\(Diagnostic.uncollectable(error).message)")
      }
    }
    return runner.run().results.flatMap { result in
      result.failures.map { failure in
        let place = policy.sources.location(of: failure.range)
        return "\(place) \(result.name): \(failure.message) \(failure.actual)"
      }
    }
  }
}
