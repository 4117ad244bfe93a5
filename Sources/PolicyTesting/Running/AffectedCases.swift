package import PolicyIR
internal import ResourceModel
package import SourceText

/// The cases that may come out otherwise after some files changed.
package struct AffectedCases: Sendable {
  /// Whether a file changed that anything may depend on, such as one with types.
  private var areAll = false

  /// The rules that are written in a file that changed, or call functions that are.
  private var rules: Set<RuleID> = []

  /// The files with tests that changed, or whose snapshots did.
  private var files: Set<FileID> = []

  /// The names, without folders, of the other files that changed.
  private var others: [String] = []

  /// The cases that count as affected anyway, as `rule/case`.
  private let always: Set<String>

  /// Creates the cases of `program` that are affected when the files called `changed` did; those in
  /// `always`, written `rule/case`, count as affected anyway.
  package init(
    program: Program, sources: SourceMap, changed: Set<String>, always: Set<String> = []
  ) {
    self.always = always
    var functions: Set<Int> = []
    let ids = sources.files.indices.map { FileID(index: UInt32($0)) }
    let named = ids.filter { changed.contains(sources[$0].name) }
    let types = AffectedCases.filesOfTypes(program)
    let holders = AffectedCases.filesOfRules(program)
    for id in named where types.contains(id) || !holders.contains(id) { areAll = true }
    // What is gone, or is no part of a pack, is not among the sources.
    let known = Set(named.map { sources[$0].name })
    for name in changed.subtracting(known).sorted() {
      if PolicyForm(path: name) != nil {
        areAll = true
      } else if name.hasSuffix(".snapshot") {
        files.formUnion(ids.filter { SnapshotFile.path(beside: sources[$0].name) == name })
      } else {
        others.append(AffectedCases.lastPart(of: name))
      }
    }
    let changedFiles = Set(named)
    files.formUnion(changedFiles)
    for (index, function) in program.functions.enumerated()
    where changedFiles.contains(function.range.file) {
      functions.insert(index)
    }
    for (index, rule) in program.rules.enumerated() {
      var finder = ConditionFinder(program)
      finder.visit(rule)
      if changedFiles.contains(rule.range.file)
        || finder.reachedFunctions.contains(where: { functions.contains($0.index) })
      {
        rules.insert(RuleID(index: index))
      }
    }
  }

  /// Returns whether the case of `rule` is affected.
  func admits(_ testCase: TestCase, of rule: RuleID, in program: Program) -> Bool {
    if areAll || rules.contains(rule) || files.contains(testCase.range.file) { return true }
    if always.contains("\(program[rule].name)/\(testCase.name)") { return true }
    return testCase.steps.contains { step in
      switch step {
      case .given(_, let path, _): others.contains(AffectedCases.lastPart(of: path))
      case .constant, .fixture: false
      }
    }
  }

  private static func filesOfTypes(_ program: Program) -> Set<FileID> {
    let schema = program.schema
    let ranges =
      schema.resources.map(\.range) + schema.structures.map(\.range)
      + schema.enumerations.map(\.range) + program.mappings.map(\.range)
    return Set(ranges.map(\.file))
  }

  private static func filesOfRules(_ program: Program) -> Set<FileID> {
    let ranges =
      program.rules.map(\.range) + program.functions.map(\.range) + program.tests.map(\.range)
      + program.survivors.map(\.range)
    return Set(ranges.map(\.file))
  }

  private static func lastPart(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
