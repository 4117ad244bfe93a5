internal import Glibc

/// A word on the terminal when a run takes longer than people expect.
enum Progress {
  /// Says after a second that the run goes on, if a person watches.
  static func start() {
    guard isatty(Output.problems) == 1 else { return }
    // Only what a signal handler may do: one write of constant bytes.
    signal(SIGALRM) { _ in
      let text: StaticString = "cispol: evaluating …\n"
      _ = unsafe write(Output.problems, text.utf8Start, text.utf8CodeUnitCount)
    }
    alarm(1)
  }

  /// Says no more.
  static func stop() { alarm(0) }
}
