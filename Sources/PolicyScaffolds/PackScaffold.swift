/// A pack with one rule, to start from.
package struct PackScaffold: Sendable {
  private let name: String
  private let folder: String
  private let required: (name: String, version: String)
  private let rule: RuleScaffold

  /// Creates the scaffold of the pack `name` in `folder`, which requires the pack `required` for
  /// what `rule` speaks of.
  package init(
    name: String, folder: String, requiring required: (name: String, version: String),
    rule: RuleScaffold
  ) {
    self.name = name
    self.folder = folder
    self.required = required
    self.rule = rule
  }

  /// The pack.
  package var scaffold: Scaffold {
    let files = [
      Scaffold.File(path: "pack.yaml", text: manifest),
      Scaffold.File(path: "README.md", text: readme),
    ]
    return Scaffold(
      files: files + rule.files,
      steps: [
        "say in README.md and pack.yaml what the pack is for",
        "make rules/first_rule.cispol and its test your own, or remove them",
        "write more with `cispol new rule NAME --pack \(folder)`",
      ])
  }

  private var manifest: String {
    """
    pack: \(name)
    version: 0.1.0
    title: \(name)
    requires:
      \(required.name): \(required.version)

    """
  }

  private var readme: String {
    """
    # \(name)

    Say what the pack is for.

    | Folder | |
    |---|---|
    | `rules/` | what must hold, in the rule language or in YAML |
    | `tests/` | cases that pass, fail and are unknown |
    | `benchmarks/` | which rules decide which control, if there are controls |

    ```sh
    cispol check \(folder)
    cispol fmt \(folder)
    cispol lint \(folder)
    cispol test \(folder)
    cispol check \(folder) --input plan.json
    ```

    """
  }
}
