internal import Glibc
internal import SourceText

/// Looks at files until the program is interrupted, and tells when some changed.
struct Watch {
  /// Returns the paths as they are to be looked at by what files say now; throws an `ExitVerdict`
  /// after it has said why they do not tell.
  let paths: () throws -> WatchedPaths

  /// How often the files are looked at, in nanoseconds.
  private static let interval = 250_000_000

  /// Calls `body` at once, without paths, and then with the paths of files that changed until it
  /// returns that it has dealt with them; a signal to stop is taken between two calls.
  func run(_ body: (Set<String>?, FolderState) throws -> Bool) throws {
    var signals = sigset_t()
    _ = unsafe sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM, SIGHUP] { _ = unsafe sigaddset(&signals, signal) }
    // Blocked, so that they are taken between two runs and never end one half way.
    _ = unsafe sigprocmask(SIG_BLOCK, &signals, nil)
    var paths = try self.paths()
    var seen = try FolderState(paths, mayBeAway: false)
    var isKnown = try body(nil, seen)
    Output.complain("watching \(seen.count.counted("file")); an interrupt ends it")
    var pending: Set<String> = []
    var isSettling = false
    while !isInterrupted(&signals) {
      // Who reads a folder that is away says so; it may come back, or be named otherwise.
      let state = try FolderState(paths, mayBeAway: true)
      let changed = state.difference(from: seen)
      seen = state
      if !changed.isEmpty {
        // Whoever writes several files is given the time to.
        pending.formUnion(changed)
        isSettling = true
      } else if isSettling {
        isSettling = false
        let names = pending.sorted().joined(separator: ", ")
        Output.complain("\nchanged: \(names.safeOnTerminal)")
        do {
          paths = try self.paths()
        } catch is ExitVerdict {
          // Until files tell again what is to be watched, it is what it was.
          isKnown = false
          continue
        }
        seen = try FolderState(paths, mayBeAway: true)
        // After a run that could not be, nothing is known of what was before.
        isKnown = try body(isKnown ? pending : nil, seen)
        if isKnown { pending = [] }
      }
    }
  }

  /// Waits for a signal for as long as the interval, and returns whether one came.
  private func isInterrupted(_ signals: inout sigset_t) -> Bool {
    var interval = timespec(tv_sec: 0, tv_nsec: Watch.interval)
    return unsafe sigtimedwait(&signals, nil, &interval) > 0
  }
}
