internal import PolicyIR
internal import ResourceModel

extension CheckedPacks {
  /// What was checked, in a few lines that say that nothing was evaluated.
  package var summary: String {
    let parts = [
      count(packs.count, "pack"), count(program.rules.count, "rule"),
      count(program.schema.resources.count, "resource type"),
      count(program.mappings.count, "mapping"), count(program.tests.count, "test"),
    ]
    var text = "No mistakes in \(parts.joined(separator: ", ")).\n"
    if !benchmarks.isEmpty { text += "Benchmarks: \(benchmarks.joined(separator: ", ")).\n" }
    return text + "Nothing was evaluated, because there is no input: add `--input FILE`.\n"
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
