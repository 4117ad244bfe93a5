internal import Glibc
internal import Pipelines
internal import Synchronization

/// Measures the stages of a run; a class, because the run and the command share it.
final class Stopwatch: Sendable {
  /// An instant on two clocks, in milliseconds.
  private struct Instant {
    let wall: Double
    let processor: Double
  }

  private struct State {
    var stage: CheckStage?
    var start = Stopwatch.now
    var wall: [CheckStage: Double] = [:]
    var processor: [CheckStage: Double] = [:]
  }

  private let state = Mutex(State())

  /// Ends the stage before, and begins `stage`.
  func begin(_ stage: CheckStage) { state.withLock { Stopwatch.turn(&$0, to: stage) } }

  /// Writes how long each stage took, the last one until now.
  func tell() {
    state.withLock { state in
      Stopwatch.turn(&state, to: nil)
      for stage in CheckStage.allCases {
        guard let wall = state.wall[stage], let processor = state.processor[stage] else { continue }
        Output.complain(
          "\(stage.rawValue): \(tenths(wall)) ms wall, \(tenths(processor)) ms CPU")
      }
    }
  }

  private static func turn(_ state: inout State, to next: CheckStage?) {
    let now = Stopwatch.now
    if let stage = state.stage {
      state.wall[stage, default: 0] += now.wall - state.start.wall
      state.processor[stage, default: 0] += now.processor - state.start.processor
    }
    state.stage = next
    state.start = now
  }

  private static var now: Instant {
    func read(_ clock: clockid_t) -> Double {
      var time = timespec()
      unsafe clock_gettime(clock, &time)
      return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
    }
    return Instant(wall: read(CLOCK_MONOTONIC), processor: read(CLOCK_PROCESS_CPUTIME_ID))
  }

  private func tenths(_ milliseconds: Double) -> String {
    let tenths = Int((milliseconds * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
