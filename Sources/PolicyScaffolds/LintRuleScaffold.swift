/// A lint rule of this project with its page and cases, to start from.
///
/// Registered, it already says something about a rule that is called `replace_me`, so that its
/// tests pass from the start and can be changed together with it.
package struct LintRuleScaffold: Sendable {
  /// The name of the lint rule, such as `unused-let`.
  private let id: String

  /// Creates the scaffold of the lint rule `id`; `nil` when that is no name for one.
  package init?(id: String) {
    let words = id.split(separator: "-", omittingEmptySubsequences: false)
    let isName = words.allSatisfy { word in
      !word.isEmpty && word.utf8.allSatisfy { (0x61...0x7A).contains($0) }
    }
    guard isName, words.count > 1, id.utf8.count <= 60 else { return nil }
    self.id = id
  }

  /// The name in Swift, such as `UnusedLet`.
  private var typeName: String {
    id.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  /// The name of the case in Swift, such as `unusedLet`.
  private var caseName: String { typeName.prefix(1).lowercased() + typeName.dropFirst() }

  /// The files, below the folder of the project.
  package var scaffold: Scaffold {
    let cases = "Tests/PolicyLinterTests/Cases/\(id)"
    return Scaffold(
      files: [
        .init(path: "Sources/PolicyLinter/Rules/\(typeName)Rule.swift", text: source),
        .init(path: "docs/lint/\(id).md", text: page),
        .init(
          path: "\(cases)/bad/example.cispol", text: LintRuleScaffold.bad(mark: "  //~ warning")),
        .init(path: "\(cases)/good/example.cispol", text: LintRuleScaffold.good),
      ],
      steps: [
        "in Sources/PolicyLinter/LintRuleID.swift, in alphabetical order:",
        "  case \(caseName) = \"\(id)\"",
        "  case .\(caseName): \(typeName)Rule.self",
        "run scripts/embed-packs, make test",
        "then change the rule, its page and its cases to what you mean",
      ])
  }

  /// What the source imports.
  private static let imports = "internal import PolicyIR"

  private var source: String {
    """
    \(LintRuleScaffold.imports)

    /// Against a habit that the page of the rule describes.
    enum \(typeName)Rule: PackLintRule {
      static let id = LintRuleID.\(caseName)
      static let level = LintLevel.warning
      static let summary = "A rule is called `replace_me`."

      static func remarks(on pack: LintedPack) -> [Remark] {
        pack.rules.filter { $0.name == "replace_me" }.map { rule in
          Remark(
            self, "`\\(rule.name)` is only an example", at: rule.range, of: rule.name,
            help: "say what to do about it")
        }
      }
    }

    """
  }

  private static func bad(mark: String) -> String { policy("replace_me", mark: mark) }

  private static let good = policy("hosts_are_encrypted", mark: "")

  private static func policy(_ name: String, mark: String) -> String {
    """
    /// Hosts are encrypted. A stolen disk then says nothing.
    rule \(name) {\(mark)
      for host in demo.Host
      require host.encrypted
        else "{host.name} is not encrypted"
      severity high
    }

    """
  }

  private var page: String {
    """
    # \(id)

    ## Meaning

    Say what is reported, and why somebody should care.

    ## Example

    ```cispol bad
    \(LintRuleScaffold.bad(mark: ""))```

    ```text
    warning[\(id)]: `replace_me` is only an example
     --> example.cispol:2:6
    2 | rule replace_me {
      |      ^^^^^^^^^^
      = help: say what to do about it
    ```

    ## Fix

    Say what to do about it.

    ```cispol good
    \(LintRuleScaffold.good)```

    ## Configuration

    ```yaml
    lint:
      \(id): warning
    ```

    In `pack.yaml`; the levels are `"off"` (in quotes, because YAML has a boolean of that name), `note`, `warning` and `error`. `except` names rules, each with a reason:

    ```yaml
    lint:
      \(id):
        level: warning
        except:
          rule_name: the reason why
    ```

    Or let one place stand, with a reason: `// lint: allow \(id): …` above it.

    """
  }
}
