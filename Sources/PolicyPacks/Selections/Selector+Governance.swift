internal import Diagnostics
internal import PolicyIR
internal import SourceText

/// Whether what projects write speaks of rules and controls that there are.
extension Selector {
  /// Reports what `profiles` name and the packs do not have.
  package mutating func check(_ profiles: [OwnProfile]) {
    let sections = library.packs.flatMap(\.benchmarks).flatMap(\.sections).map(\.id).uniqued
    for profile in profiles {
      for (id, range) in zip(profile.sections, profile.sectionRanges) where !sections.contains(id) {
        diagnostics.insert(.unknownSection(id, known: sections.sorted(), at: range))
      }
      for exclusion in profile.exclusions { _ = demand(exclusion.control) }
      for change in profile.severities { demandRule(change.rule, at: change.range) }
    }
  }

  /// Reports what `waivers` name and the packs do not have.
  package mutating func check(_ waivers: [Waiver]) {
    for waiver in waivers {
      switch waiver.subject {
      case .rule(let name, let range): demandRule(name, at: range)
      case .control(let pattern): _ = demand(pattern)
      }
    }
  }

  /// Reports what `attestations` name and the packs do not have, and those of automated controls.
  package mutating func check(_ attestations: [Attestation]) {
    for attestation in attestations {
      let controls = demand(attestation.control)
      if !controls.isEmpty, controls.allSatisfy({ $0.assessment == .automated }) {
        diagnostics.insert(.attestationOfAutomated(at: attestation.control.range))
      }
    }
  }

  private mutating func demandRule(_ name: String, at range: SourceRange) {
    _ = demandRules(name, at: range)
  }

  /// Returns the rules that `name` means, and reports when there are none, or when they are called
  /// otherwise now.
  mutating func demandRules(_ name: String, at range: SourceRange) -> [RuleID] {
    let rules = program.rules(called: name)
    if rules.isEmpty {
      diagnostics.insert(.unknownRule(name, didYouMean: nearRule(name), at: range))
    }
    for rule in rules.prefix(1).map({ program[$0] })
    where rule.name != name && "\(rule.pack)/\(rule.name)" != name {
      diagnostics.insert(.formerName(name, now: rule.name, at: range))
    }
    return rules
  }

  /// Returns the controls that `pattern` means, and reports when there are none.
  private mutating func demand(_ pattern: ControlPattern) -> [Control] {
    let benchmarks = library.packs.flatMap(\.benchmarks)
    let found = benchmarks.flatMap { benchmark in
      benchmark.controls.filter { pattern.matches($0, of: benchmark) }
    }
    if found.isEmpty {
      let all = benchmarks.flatMap(\.controls)
      let slugs = all.map(\.slug).uniqued
      let isID = pattern.version == nil && all.contains { $0.id == pattern.name }
      diagnostics.insert(
        isID
          ? .controlWithoutVersion(pattern.name, at: pattern.range)
          : .unknownControl(
            pattern.name, didYouMean: Spelling.nearestByWords(to: pattern.name, in: slugs),
            at: pattern.range))
    }
    return found
  }
}
