internal import PolicyIR
internal import Reporters
internal import ResourceModel
internal import SourceText

extension CheckedPacks {
  /// What was checked, in a few lines that say that nothing was evaluated; with what each rule
  /// reads and how much work it is when `isVerbose`.
  package func summary(isVerbose: Bool = false) -> String {
    let parts = [
      packs.count.counted("pack"), program.rules.count.counted("rule"),
      program.schema.resources.count.counted("resource type"),
      program.mappings.count.counted("mapping"), program.tests.count.counted("test"),
    ]
    var text = "No mistakes in \(parts.joined(separator: ", ")).\n"
    if !benchmarks.isEmpty { text += "Benchmarks: \(benchmarks.joined(separator: ", ")).\n" }
    if isVerbose, !program.rules.isEmpty { text += "\n\(RuleTable(program).text)\n" }
    return text + "Nothing was evaluated, because there is no input: add `--input FILE`.\n"
  }

  /// Hands what was checked in JSON to `output`.
  package func renderJSON(to output: @escaping ([UInt8]) -> Void) {
    RuleTable(program).renderJSON(packs: packs, benchmarks: benchmarks, to: output)
  }
}
