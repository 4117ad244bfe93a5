package import Compliance
package import DomainValues
package import PolicyPacks

/// What a run is asked to do; what it does is a function of that.
package struct CheckRequest: Sendable {
  /// The packs that were named; the shipped ones with a benchmark when there are none.
  package var packs: [PackFolder] = []

  /// The packs that come with the program.
  package var shipped: [PackFolder] = []

  /// The compiled form of the shipped packs; empty when there is none.
  package var compiled: [UInt8] = []

  /// What is to be judged; nothing is evaluated when there are none.
  package var inputs: [InputFile] = []

  /// The benchmarks that were asked for.
  package var benchmarks: [BenchmarkRequest] = []

  /// Whether every version of a benchmark is meant where none was asked for, not the newest only.
  package var everyVersion = false

  /// Which of their controls.
  package var profile = Profile.everything

  /// The instant of the run.
  package var now: Timestamp

  /// What makes the run fail.
  package var failurePolicy = FailurePolicy.standard

  /// The shipped benchmarks that have to be read.
  var neededBenchmarks: BenchmarkChoice { everyVersion ? .everything : .asked(benchmarks) }

  /// Creates a request to do nothing at `now`.
  package init(now: Timestamp) {
    self.now = now
  }
}
