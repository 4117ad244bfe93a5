internal import DomainValues
package import PolicyPacks
package import SourceText

/// Renders what is different between two versions of a benchmark.
package struct BenchmarkComparisonReporter: Sendable {
  let style: TextStyle

  /// Creates a reporter; text is coloured iff `isColoured`.
  package init(isColoured: Bool) {
    style = TextStyle(isColoured: isColoured)
  }

  /// Returns the comparison as text for people.
  package func text(of comparison: BenchmarkComparison) -> String {
    var lines = [
      style.apply(
        .heading, "\(comparison.old.title) \(comparison.old.version) → \(comparison.new.version)")
    ]
    lines += section("Added", comparison.added) { "+ \(name($0))" }
    lines += section("Dropped", comparison.dropped) { "- \(name($0))" }
    lines += section("Changed", comparison.changed) { change in
      var lines = ["  \(name(change.new))"]
      for difference in change.differences {
        let (old, new) = (shown(difference.old), shown(difference.new))
        lines.append("      \(difference.aspect.rawValue): \(old) → \(new)")
      }
      return lines.joined(separator: "\n")
    }
    let same = comparison.renumbering.count - comparison.changed.count
    lines += [
      "",
      "\(comparison.added.count) added, \(comparison.dropped.count) dropped, "
        + "\(comparison.changed.count) changed, \(same) the same",
    ]
    return lines.map { $0 + "\n" }.joined()
  }

  private func name(_ control: Control) -> String {
    "\(style.apply(.plain, "\(control.id)  \(control.title)"))  \(style.apply(.quiet, control.slug))"
  }

  private func shown(_ text: String) -> String { text.isEmpty ? "none" : style.apply(.plain, text) }

  private func section<Item>(
    _ title: String, _ items: [Item], _ line: (Item) -> String
  ) -> [String] {
    items.isEmpty ? [] : ["", style.apply(.heading, title)] + items.map(line)
  }

  /// Hands the bytes of the comparison as JSON to `output`, with what becomes of waivers and
  /// attestations, whose files are `sources`.
  package func renderJSON(
    _ comparison: BenchmarkComparison, _ migrations: [DecisionMigration], in sources: SourceMap,
    to output: @escaping ([UInt8]) -> Void
  ) {
    var writer = JSONWriter(to: output)
    writer.write(
      .object([
        ("schema", .string("cispol-benchmark-diff/1")),
        ("benchmark", .string(comparison.new.name)),
        ("from", .string(comparison.old.version.description)),
        ("to", .string(comparison.new.version.description)),
        ("added", .array(comparison.added.map(json))),
        ("dropped", .array(comparison.dropped.map(json))),
        ("changed", .array(comparison.changed.map(json))),
        ("decisions", json(migrations, in: sources)),
      ]))
  }

  private func json(_ control: Control) -> JSONValue {
    .object([
      ("id", .string(control.id)), ("slug", .string(control.slug)),
      ("title", .string(control.title)),
    ])
  }

  private func json(_ change: BenchmarkComparison.Change) -> JSONValue {
    .object([
      ("slug", .string(change.new.slug)),
      (
        "changes",
        .array(
          change.differences.map { difference in
            .object([
              ("aspect", .string(difference.aspect.rawValue)), ("from", .string(difference.old)),
              ("to", .string(difference.new)),
            ])
          })
      ),
    ])
  }
}
