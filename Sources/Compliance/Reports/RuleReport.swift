package import PolicyIR
internal import PolicyInterpreter
internal import ResourceModel

/// What one rule, with its parameters, says of all inputs.
package struct RuleReport: Sendable {
  /// The name of the rule.
  package let name: String

  /// The pack that declares it.
  package let pack: String

  /// How much a failure matters.
  package let severity: Severity

  /// What to do about a failure; empty when it does not say.
  package let remediation: String

  /// The name of the resource type that it judges.
  package let type: String

  /// The program that the rule is part of.
  let program: Program

  /// The rule.
  let rule: RuleID

  /// The values of its parameters that are not the defaults, by 0-based index.
  let values: [Int: Value]

  /// The controls it helps to decide.
  package let controls: [ControlReference]

  /// What the inputs lack of them, each for itself; an input of which nobody says that it shows all
  /// lacks something only if no input shows any.
  package let populations: [RulePopulation]

  /// How many resources have each status.
  package let counts: StatusCounts

  /// How many resources of each status have no finding, because the run does not tell of them.
  package let untold: StatusCounts

  /// How many resources have each status at each place, in the order of the places; nothing is
  /// told of them where no control wants to know.
  package let places: [PlaceCounts]

  /// The findings, as 0-based indices into the report's.
  package let findings: Range<Int>

  /// Whether people state that all controls which hang on it are met.
  package internal(set) var isAnswered = false
}

extension RuleReport {
  /// What the rule says of all resources together.
  package var status: ControlStatus {
    let met = counts.status.map { [$0] } ?? []
    return ControlStatus.combined(met + populations.map(\.status)) ?? .noResources
  }

  /// The parameters and their values as text, in the order of the rule.
  ///
  /// They are found out when somebody asks, because most reports do not tell.
  package var parameters: [(name: String, value: String)] {
    RuleReport.parameters(of: rule, values, program)
  }

  /// Returns the parameters of `rule` and their values as text: those in `values`, by 0-based index,
  /// else the defaults.
  static func parameters(
    of rule: RuleID, _ values: [Int: Value], _ program: Program
  ) -> [(name: String, value: String)] {
    program[rule].parameters.enumerated().map { index, parameter in
      let value = values[index] ?? parameter.defaultValue
      return (name: parameter.name, value: value.map { text(of: $0, program) } ?? "")
    }
  }

  /// Returns the text of a parameter, of which fingerprints are made: an empty collection has none,
  /// whatever messages say of it.
  private static func text(of value: Value, _ program: Program) -> String {
    switch value {
    case .list(let collection), .set(let collection):
      if collection.elements.isEmpty { return "" }
    case .map(let entries, _): if entries.isEmpty { return "" }
    case .bool, .int, .float, .string, .duration, .timestamp, .bytes, .cidr, .cidrSet, .portSet,
      .arn, .regex, .policyDocument, .filterPattern, .version, .ipAddress, .glob, .json,
      .enumeration, .structure, .resource:
      break
    }
    return ValueText.describe(value, schema: program.schema)
  }

  /// The first sentence about it.
  package var title: String { program[rule].title }

  /// What it reads and how much work it is.
  ///
  /// It is found out when somebody asks, because most reports do not tell.
  package var footprint: RuleFootprint { program.footprint(of: program[rule]) }

  /// Whether resources of it were not collected.
  package var isNotCollected: Bool { populations.contains { $0.status == .unknown } }

  /// Whether there is an input without resources that the rule wants there.
  package var lacksResources: Bool { populations.contains { $0.status == .fail } }

  /// The number of judgements that are `pass` or `fail`.
  package var decidedCount: Int {
    counts.pass + counts.fail
      + populations.count { $0.status == .pass || $0.status == .fail }
  }

  /// The number of judgements that are open.
  package var undecidedCount: Int {
    counts.unknown + populations.count { $0.status == .unknown }
  }

  /// The number of resources that were judged by a value that may be looser than the benchmark's
  /// own.
  package var loosenedCount: Int { places.reduce(0) { $0 + $1.loosenedCount } }
}
