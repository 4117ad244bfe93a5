package import PolicyIR

/// What is to be evaluated, and for which controls.
package struct Selection: Sendable {
  /// A control with the rules that decide it.
  package struct SelectedControl: Sendable {
    /// The control.
    package let control: Control

    /// The rules, as 0-based indices into the selection's applications.
    package let applications: [Int]
  }

  /// A control that a profile leaves out.
  package struct ExcludedControl: Sendable {
    /// The control.
    package let control: Control

    /// The name of the profile.
    package let profile: String

    /// Why, in the words of the profile.
    package let reason: String
  }

  /// A benchmark with the controls that the profile asks for.
  package struct SelectedBenchmark: Sendable {
    /// The benchmark.
    package let benchmark: Benchmark

    /// The controls, in the order of the benchmark.
    package let controls: [SelectedControl]

    /// The controls that the profile would ask for and leaves out, in the same order.
    package let excluded: [ExcludedControl]

    /// In what the benchmark differs from the one that it extends.
    package let changes: [BenchmarkChange]
  }

  /// The rules to evaluate, each with its parameters, without duplicates.
  package let applications: [RuleApplication]

  /// The benchmarks, in the order in which they were asked for.
  package let benchmarks: [SelectedBenchmark]

  /// The rules that are evaluated for themselves, as 0-based indices into `applications`.
  package let loose: [Int]

  /// The profile by which controls were chosen.
  package let profile: Profile

  /// The severities that rules have instead of their own.
  package let severities: [RuleID: Severity]

  /// The names of the attributes by which overrides choose resources.
  package var attributeNames: Set<String> {
    applications.reduce(into: []) { $0.formUnion($1.attributeNames) }
  }
}
