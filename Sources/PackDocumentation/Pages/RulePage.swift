internal import PolicyIR
internal import PolicyInterpreter
internal import PolicyPacks
internal import ResourceModel
internal import StructuredText

/// The page of one rule.
struct RulePage {
  private let id: RuleID
  private let rule: Rule
  private let source: BookSource

  /// Creates the page of the rule `id`.
  init(_ id: RuleID, _ source: BookSource) {
    self.id = id
    self.source = source
    rule = source.program[id]
  }

  /// The page.
  var page: Page {
    let blocks: [[Block]] = [
      .prose(rule.documentation), facts, decision, parameters, evidence, remediation, cases,
      controls,
    ]
    return Page(path: source.path(of: id), title: rule.name, blocks: blocks.flatMap(\.self))
  }

  private var facts: [Block] {
    var rows: [[[Inline]]] = [
      [[.text("Judges")], [.code(source.program.schema[rule.population].name)]],
      [[.text("Severity")], [.text(rule.severity.rawValue)]],
      [[.text("Pack")], [.code(rule.pack)]],
    ]
    if let onEmpty = rule.onEmpty {
      rows.append([[.text("Without any resource")], [.code(onEmpty.rawValue)]])
    }
    return [.table(header: ["", ""], rows: rows)]
  }

  /// The conditions, as the policy writes them.
  private var decision: [Block] {
    let items: [[Inline]] = rule.steps.compactMap { step in
      switch step {
      case .filter(let term): [.text("applies where "), code(term)]
      case .constant(_, let term): [.text("with "), .code(source.line(endingWith: term))]
      case .requirement(let term, let message):
        [.text("requires "), code(term)] + (message.map { [.text(", else "), code($0)] } ?? [])
      }
    }
    return [.heading("How it is decided", level: 2), .list(items)]
  }

  private func code(_ term: TermID) -> Inline {
    .code(source.text(of: source.program.range(of: term)))
  }

  private var parameters: [Block] {
    guard !rule.parameters.isEmpty else { return [] }
    let rows: [[[Inline]]] = rule.parameters.map { parameter in
      let bounds = parameter.bounds.map { "\(text($0.lower)) to \(text($0.upper))" } ?? ""
      return [
        [.code(parameter.name)], [.code(source.program.schema.description(of: parameter.type))],
        [parameter.defaultValue.map { .code(text($0)) } ?? .text("must be given")], [.text(bounds)],
      ]
    }
    let table = Block.table(header: ["Name", "Type", "Unless given", "Allowed"], rows: rows)
    return [.heading("Parameters", level: 2), table]
  }

  private func text(_ value: Value) -> String {
    ValueText.describe(value, schema: source.program.schema)
  }

  private var evidence: [Block] {
    let reads = RuleReads(id, source)
    let rows: [[[Inline]]] = reads.entries.map { entry in
      [
        [.code("\(entry.type).\(entry.attribute.name)")],
        .prose(entry.attribute.documentation.split(separator: "\n").joined(separator: " ")),
        .list(entry.permissions.map { .code($0) }),
      ]
    }
    var blocks: [Block] = [.heading("What it reads", level: 2)]
    blocks.append(.table(header: ["Attribute", "What it is", "Shown by"], rows: rows))
    return blocks + RuleReads.demand(reads.permissions)
  }

  private var remediation: [Block] {
    guard !rule.remediation.isEmpty else { return [] }
    return [.heading("What to do", level: 2)] + .prose(rule.remediation)
      + (impact.map { [$0.paragraph] } ?? [])
  }

  /// The greatest impact of what to do about the controls that the rule decides.
  private var impact: Impact? {
    let controls = source.benchmarks.flatMap(\.controls).filter { control in
      control.rules.contains { source.rule(of: $0) == id }
    }
    let impacts = controls.compactMap(\.texts.impact)
    return Impact.allCases.last { impacts.contains($0) }
  }

  private var cases: [Block] {
    let cases = source.cases(of: id)
    guard !cases.isEmpty else { return [] }
    let rows: [[[Inline]]] = cases.map { example in
      let statuses = Set(example.expectations.map(CaseSummary.word)).sorted()
      return [.prose(example.name), .list(statuses.map { .code($0) })]
    }
    let table = Block.table(header: ["Case", "Expected"], rows: rows)
    return [.heading("Corner cases and tests", level: 2), table]
  }

  private var controls: [Block] {
    let rows: [[[Inline]]] = source.benchmarks.flatMap { benchmark in
      benchmark.controls.flatMap { control in
        control.rules.filter { source.rule(of: $0) == id }.map { use in
          [
            [.link("\(benchmark.version)", to: BookPaths.benchmark(benchmark))],
            [.link(control.id, to: BookPaths.control(control.slug))], [.text(control.title)],
            .list(use.arguments.map { .code("\($0.name) = \($0.expression.string ?? "")") }),
          ]
        }
      }
    }
    guard !rows.isEmpty else { return [] }
    let table = Block.table(header: ["Version", "Control", "Title", "Parameters"], rows: rows)
    return [.heading("Controls that it decides", level: 2), table]
  }
}
