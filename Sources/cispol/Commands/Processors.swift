internal import Glibc

/// The processors of the machine.
enum Processors {
  /// The most threads that work for each of them: more would only wait for each other, and each takes
  /// memory.
  private static let mostThreads = 4

  /// How many of them may work for the program.
  private static var count: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Returns how many threads work where `number` is asked for, or nothing: what comes of a run is the
  /// same with any.
  static func threads(asked number: Int?) -> Int {
    min(number ?? count, mostThreads * count)
  }
}
