package import DomainValues
internal import PolicyIR

/// What a run found out.
package struct Report: Sendable {
  /// The instant of the run.
  package let now: Timestamp

  /// The profile by which controls were chosen, as it is written.
  package let profile: String

  /// What makes the run fail.
  package let failurePolicy: FailurePolicy

  /// The inputs, in the order in which they were given.
  package let inputs: [InputReport]

  /// The benchmarks.
  package let benchmarks: [BenchmarkReport]

  /// The rules that were evaluated for themselves, as 0-based indices into `rules`.
  package let looseRules: [Int]

  /// The rules that were evaluated, each with its parameters.
  package let rules: [RuleReport]

  /// The findings about the resources that the run tells of, rule by rule, in the order of the
  /// inputs.
  package let findings: [Finding]

  /// The waivers, in the order of their files.
  package let waivers: [WaiverReport]

  /// What was done otherwise than the benchmarks and rules say by themselves.
  package let adjustments: [Adjustment]
}

extension Report {
  /// How many resources have each status, over all rules.
  package var counts: StatusCounts { rules.map(\.counts).reduce(StatusCounts(), +) }

  /// The number of undecided judgements that attestations answer.
  package var attestedCount: Int {
    let answered = rules.lazy.filter(\.isAnswered).map(\.untold.unknown)
    return findings.count { $0.disposition == .attested } + answered.reduce(0, +)
  }

  /// How many resources of each status have no finding, over all rules.
  package var untold: StatusCounts { rules.map(\.untold).reduce(StatusCounts(), +) }

  /// The number of findings that are waived.
  package var waivedCount: Int { findings.count { $0.disposition == .waived } }

  /// The rules whose resources were not collected.
  package var notCollectedCount: Int {
    rules.count(where: \.isNotCollected)
  }

  /// What the run tells whoever started it.
  package var verdict: Verdict {
    let metResource = rules.contains { $0.counts.total > 0 }
    let active = findings.lazy.filter { $0.disposition == .active }
    var hasFailure = false
    if let least = failurePolicy.leastSeverity {
      // A population that may not be empty and is has no finding that could be waived.
      hasFailure =
        active.contains { $0.status == .fail && $0.severity >= least }
        || rules.contains {
          // What is not told of is not waived.
          ($0.lacksResources || $0.untold.fail > 0) && $0.severity >= least
        }
    }
    if failurePolicy.countsWaivers, waivers.contains(where: \.isAtFault) { hasFailure = true }
    let hasUnknown =
      failurePolicy.countsUnknown
      && (rules.contains { ($0.isNotCollected || $0.untold.unknown > 0) && !$0.isAnswered }
        || active.contains { $0.status == .unknown })
    return Verdict.of(metResource: metResource, hasFailure: hasFailure, hasUnknown: hasUnknown)
  }
}
