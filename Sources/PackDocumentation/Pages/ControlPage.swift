internal import PolicyIR
internal import PolicyPacks
internal import StructuredText

/// The page of a control, whatever id each version of a benchmark gives it.
struct ControlPage {
  private let slug: String
  private let source: BookSource
  private let versions: [(benchmark: Benchmark, control: Control)]

  /// Creates the page of the control `slug`.
  init(_ slug: String, _ source: BookSource) {
    self.slug = slug
    self.source = source
    versions = source.controls(of: slug)
  }

  /// The page.
  var page: Page {
    guard let newest = versions.first?.control else {
      return Page(path: BookPaths.control(slug), title: slug, blocks: [])
    }
    let blocks: [[Block]] = [
      .prose(newest.texts.description), name, section("Why it matters", newest.texts.rationale),
      decision(newest), evidence, remediation(newest),
      section("What an attestation states", newest.texts.attestation), history, mappings(newest),
    ]
    return Page(
      path: BookPaths.control(slug), title: newest.title, blocks: blocks.flatMap(\.self))
  }

  /// How people name it in what they decide, which is the same in all versions.
  private var name: [Block] {
    [.paragraph([.text("Waivers and attestations name it "), .code(slug), .text(".")])]
  }

  private func section(_ title: String, _ text: String) -> [Block] {
    text.isEmpty ? [] : [.heading(title, level: 2)] + .prose(text)
  }

  /// The rules that decide it in any version, in the order of the newest one that names them.
  private var rules: [RuleID] {
    versions.flatMap(\.control.rules).compactMap { source.rule(of: $0) }.uniqued
  }

  private func decision(_ control: Control) -> [Block] {
    let rules = rules
    guard !rules.isEmpty else {
      return [
        .heading("How it is decided", level: 2),
        .paragraph([.text("No rule can tell; a person has to look.")]),
      ]
    }
    let rows: [[[Inline]]] = rules.map { id in
      let rule = source.program[id]
      return [
        [.link(rule.name, to: source.path(of: id))], .prose(rule.title),
        .list(rule.parameters.map { .code($0.name) }),
        [.text(CaseSummary(source.cases(of: id)).text)],
      ]
    }
    let header = ["Rule", "What it demands", "Parameters", "Cases of its tests"]
    var blocks: [Block] = [
      .heading("How it is decided", level: 2), .table(header: header, rows: rows),
    ]
    if !control.isDecidedByRules {
      blocks.append(
        .paragraph([
          .text("A person has to look as well; the rules decide what can be seen."),
          .text(" Where they find nothing wrong, the control is manual until it is attested."),
        ]))
    } else if control.assessment == .manual {
      blocks.append(
        .paragraph([.text("The benchmark wants a person to look; the rules decide all of it.")]))
    }
    return blocks
  }

  private var evidence: [Block] {
    let reads = rules.map { RuleReads($0, source) }
    guard !reads.isEmpty else { return [] }
    let types = reads.flatMap(\.types).uniqued.sorted().map { Inline.code($0) }
    return [
      .heading("What is read", level: 2),
      .paragraph([.text("Of the input: ")] + .list(types) + [.text(".")]),
    ] + RuleReads.demand(reads.flatMap(\.permissions).uniqued.sorted())
  }

  private func remediation(_ control: Control) -> [Block] {
    var texts: [String] = []
    if !control.texts.remediation.isEmpty { texts.append(control.texts.remediation) }
    if texts.isEmpty {
      let rules = control.rules.compactMap { source.rule(of: $0) }
      texts = rules.map { source.program[$0].remediation }.filter { !$0.isEmpty }.uniqued
    }
    guard !texts.isEmpty else { return [] }
    var blocks: [Block] = [.heading("What to do", level: 2)] + texts.flatMap { [Block].prose($0) }
    if let impact = control.texts.impact {
      blocks.append(impact.paragraph)
    }
    return blocks
  }

  private var history: [Block] {
    let rows: [[[Inline]]] = versions.map { version in
      let control = version.control
      let uses: [Inline] = control.rules.map { use in
        let arguments = use.arguments.map { "\($0.name): \($0.expression.string ?? "")" }
        return .code(use.rule + (arguments.isEmpty ? "" : "(\(arguments.joined(separator: ", ")))"))
      }
      return [
        [.link("\(version.benchmark.version)", to: BookPaths.benchmark(version.benchmark))],
        [.text(control.id)], [.text(control.title)], [.text(control.level.rawValue)],
        [.text(control.assessment.rawValue + (control.isScored ? "" : ", not scored"))],
        .list(uses),
      ]
    }
    let header = ["Version", "Id", "Title", "Level", "Assessment", "Rules"]
    return [.heading("In each version", level: 2), .table(header: header, rows: rows)]
  }

  private func mappings(_ control: Control) -> [Block] {
    var rows: [[[Inline]]] = control.safeguards.map {
      [[.text("CIS Controls \($0.version)")], .list($0.ids.map { .text($0) })]
    }
    rows += [
      ("AWS Security Hub", control.securityHub), ("AWS Config", control.configRules),
    ].filter { !$0.1.isEmpty }.map { [[.text($0.0)], .list($0.1.map { .code($0) })] }
    rows += control.frameworks.map { [[.text($0.name)], .list($0.ids.map { .text($0) })] }
    guard !rows.isEmpty else { return [] }
    let table = Block.table(header: ["Framework", "Requirements"], rows: rows)
    return [.heading("Elsewhere", level: 2), table]
  }
}
