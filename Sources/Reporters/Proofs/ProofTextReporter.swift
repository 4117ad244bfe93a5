internal import Compliance
internal import PolicyIR
internal import PolicyInterpreter
internal import ResourceModel
internal import SourceText

/// Renders proofs as trees for people.
package struct ProofTextReporter: Sendable {
  private let style: TextStyle

  /// Creates a reporter that uses ANSI colours iff `isColoured`.
  package init(isColoured: Bool) {
    style = TextStyle(isColoured: isColoured)
  }

  /// Returns `explained` as text that ends with a line break.
  package func render(_ explained: ExplainedFinding) -> String {
    let finding = explained.finding
    let words = StatusWords(ControlStatus(finding.status))
    var lines: [String] = []
    lines.append(
      style.apply(words.role, words.mark) + " "
        + style.apply(.heading, finding.resource.name)
        + style.apply(.quiet, "  \(finding.resource.type)  \(finding.fingerprint)"))
    lines.append("")
    lines += fact("status", finding.status.words)
    for message in finding.message.isEmpty ? [] : [finding.message] {
      lines += fact("because", message)
    }
    for cause in finding.causes { lines += fact("because", text(of: cause)) }
    lines += fact("rule", explained.rule.name + ": " + explained.rule.title)
    for (name, value) in explained.rule.parameters { lines += fact("with", "\(name) = \(value)") }
    for deviation in finding.deviations {
      lines += fact(
        "changed",
        "\(deviation.parameter) = \(deviation.value), the benchmark's own is \(deviation.own)")
    }
    let controls = explained.rule.controls.map { "\($0.benchmark)@\($0.version) \($0.id)" }
    lines += controls.flatMap { fact("control", $0) }
    lines += fact("severity", finding.severity.rawValue)
    if let account = finding.resource.account { lines += fact("account", account) }
    if let region = finding.resource.region { lines += fact("region", region) }
    if let location = finding.location { lines += fact("at", location.description) }
    if finding.status == .fail, !explained.rule.remediation.isEmpty {
      lines += fact("to do", explained.rule.remediation)
    }
    lines.append("")
    lines += tree(explained.proof, explained, prefix: "", childPrefix: "", depth: 0)
    return lines.joined(separator: "\n") + "\n"
  }

  private func fact(_ name: String, _ value: String) -> [String] {
    let padding = String(repeating: " ", count: Swift.max(0, 10 - name.count))
    return [style.apply(.quiet, name) + padding + value.safeOnTerminal]
  }

  private func text(of cause: LocatedCause) -> String {
    cause.cause.description + (cause.location.map { " (\($0))" } ?? "")
  }

  private func tree(
    _ proof: Proof, _ explained: ExplainedFinding, prefix: String, childPrefix: String, depth: Int
  ) -> [String] {
    guard depth < ExplainedFinding.deepest else { return [prefix + "…"] }
    var lines: [String] = []
    lines.append(
      prefix + explained.expression(of: proof).safeOnTerminal + "  "
        + style.apply(role(of: proof.result), "= " + shortened(proof.result)))
    let hasChildren = !proof.children.isEmpty
    let indent = childPrefix + (hasChildren ? "│ " : "  ")
    let location = explained.sources.location(of: proof.range)
    var places = ["\(location.file):\(location.line)"]
    if !proof.address.isEmpty { places.append(proof.address) }
    if let origin = proof.origin {
      places.append("read at \(explained.sources.location(of: origin))")
    }
    if !proof.note.isEmpty { places.append(proof.note) }
    lines.append(indent + style.apply(.quiet, places.joined(separator: "  ")))
    if !hasChildren {
      for cause in proof.causes {
        lines.append(indent + style.apply(.unknown, cause.description))
      }
    }
    for (index, child) in proof.children.enumerated() {
      let isLast = index == proof.children.count - 1
      lines += tree(
        child, explained, prefix: childPrefix + (isLast ? "└─ " : "├─ "),
        childPrefix: childPrefix + (isLast ? "   " : "│  "), depth: depth + 1)
    }
    return lines
  }

  private func shortened(_ text: String) -> String {
    text.count <= 120 ? text : text.prefix(120) + " …"
  }

  private func role(of result: String) -> TextStyle.Role {
    switch result {
    case "true", Status.pass.rawValue: .pass
    case "false", Status.fail.rawValue: .fail
    default: result.hasPrefix("unknown") ? .unknown : .plain
    }
  }
}

extension Status {
  /// The status as people write it.
  fileprivate var words: String {
    switch self {
    case .pass: "pass"
    case .fail: "fail"
    case .notApplicable: "not applicable"
    case .unknown: "unknown"
    }
  }
}
