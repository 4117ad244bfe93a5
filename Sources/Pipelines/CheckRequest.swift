package import Compliance
package import DomainValues
internal import PolicyInterpreter
package import PolicyPacks
internal import Reporters
package import SourceText

/// What a run is asked to do; what it does is a function of that.
package struct CheckRequest: Sendable {
  /// The packs that were named; the shipped ones with a benchmark when there are none.
  package var packs: [PackFolder] = []

  /// The packs that come with the program.
  package var shipped: [PackFolder] = []

  /// The compiled form of the shipped packs; empty when there is none.
  package var compiled = FileBytes([])

  /// What is to be judged; nothing is evaluated when there are none.
  package var inputs: [InputFile] = []

  /// The benchmarks that were asked for.
  package var benchmarks: [BenchmarkRequest] = []

  /// Whether every version of a benchmark is meant where none was asked for, not the newest only.
  package var everyVersion = false

  /// Which of their controls.
  package var profile = Profile.everything

  /// What the project says of its runs; its inputs, packs, benchmarks, profile and conditions of
  /// failure are looked at by whoever makes the request.
  package var configuration = ProjectConfiguration.none

  /// The texts to which the places in the configuration point.
  package var sources = SourceMap()

  /// The files with waivers.
  package var waivers: [PolicyFile] = []

  /// The files with attestations.
  package var attestations: [PolicyFile] = []

  /// The instant of the run.
  package var now: Timestamp

  /// The number of threads that may work at a time, which changes nothing in the result.
  package var jobs = 1

  /// Whether findings are made of resources that pass, or that a rule is not about, as well.
  package var tellsOfSettled = true

  /// The most resources of a rule and status of which findings are made, or `nil` for all of them;
  /// all are counted in any case.
  package var findingLimit: Int?

  /// The same for those that are undecided, which a text puts together by their causes.
  package var undecidedLimit: Int?

  /// How many resources of a rule and status a text shows one by one.
  package static let mostShown = TextReporter.mostResources

  /// Is told when a stage begins; of several inputs, each goes through the middle ones by itself.
  package var onStage: (@Sendable (CheckStage) -> Void)?

  /// What makes the run fail.
  package var failurePolicy = FailurePolicy.standard

  /// Of which resources findings are made.
  var detail: OutcomeDetail {
    OutcomeDetail(
      includesSettled: tellsOfSettled, limit: findingLimit, undecidedLimit: undecidedLimit)
  }

  /// The shipped benchmarks that have to be read.
  var neededBenchmarks: BenchmarkChoice { everyVersion ? .everything : .asked(benchmarks) }

  /// Whether so little is to be done that starting threads takes longer than they save: there is
  /// little to parse and to read, the shipped packs being compiled.
  var isSmall: Bool {
    guard compiled.count > 0 else { return false }
    var size = packs.flatMap(\.files).reduce(0) { $0 + $1.contents.count }
    for input in inputs {
      guard case .bytes(let bytes) = input.contents else { return false }
      size += bytes.count
    }
    return size < CheckRequest.smallSize
  }

  /// The number of bytes below which packs and inputs are read and judged by one thread.
  private static let smallSize = 128 << 10

  /// Creates a request to do nothing at `now`.
  package init(now: Timestamp) {
    self.now = now
  }
}
