package import PolicyIR
internal import ResourceModel

/// What rules read and how much work they are, for people and for programs.
package struct RuleTable: Sendable {
  /// The name of the form in JSON; it changes when readers would have to.
  package static let schema = "cispol-rules/1"

  private let program: Program

  /// Creates the table of the rules of `program`.
  package init(_ program: Program) {
    self.program = program
  }

  /// The rules, a line each, below a heading.
  package var text: String {
    var rows = [["Rule", "judges", "reach", "cost"]]
    for rule in program.rules {
      let footprint = program.footprint(of: rule)
      rows.append([
        rule.name, program.schema[rule.population].name, footprint.reach.rawValue,
        footprint.cost.rawValue,
      ])
    }
    let widths = (0..<3).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.count)
      }
      return (cells + [row[3]]).joined(separator: "  ") + "\n"
    }.joined()
  }

  /// Hands the rules in JSON, with the names of `packs` and `benchmarks`, to `output`.
  package func renderJSON(
    packs: [String], benchmarks: [String], to output: @escaping ([UInt8]) -> Void
  ) {
    var writer = JSONWriter(to: output)
    writer.beginObject()
    writer.write(.string(RuleTable.schema), "schema")
    writer.write(.strings(packs), "packs")
    writer.write(.strings(benchmarks), "benchmarks")
    writer.beginArray("rules")
    for rule in program.rules { writer.write(.object(members(of: rule))) }
    writer.end()
    writer.end()
  }

  private func members(of rule: Rule) -> [(key: String, value: JSONValue)] {
    let footprint = program.footprint(of: rule)
    return [
      ("rule", .string(rule.name)),
      ("pack", .string(rule.pack)),
      ("title", .string(rule.title)),
      ("severity", .string(rule.severity.rawValue)),
      ("type", .string(program.schema[rule.population].name)),
      ("reach", .string(footprint.reach.rawValue)),
      ("cost", .string(footprint.cost.rawValue)),
      ("reads", .strings(footprint.types.map { program.schema[$0].name })),
      ("former_names", .strings(rule.formerNames)),
    ]
  }
}
