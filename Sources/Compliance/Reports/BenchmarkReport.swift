package import PolicyPacks

/// What is known of the controls of one benchmark.
package struct BenchmarkReport: Sendable {
  /// The benchmark.
  package let benchmark: Benchmark

  /// The controls that the profile asks for, in the order of the benchmark.
  package let controls: [ControlReport]

  /// How much of it is as it should be.
  package let score: Score

  /// The same by section, level, organization, unit, account and region.
  package let breakdowns: [Breakdown]
}

extension BenchmarkReport {
  /// The sections in the order of their first control, each with the controls in it and in its
  /// subsections.
  package var sections: [(section: Benchmark.Section, controls: [ControlReport])] {
    let tops = controls.indices.map { benchmark.topSection(of: controls[$0].control) }
    return tops.uniqued.map { section in
      (section, tops.indices.filter { tops[$0] == section }.map { controls[$0] })
    }
  }
}
