internal import Foundation

/// Runs laws on what seeds make: those that ever broke a law first, then others.
///
/// The kept seeds of a law are the lines of `Tests/Seeds/NAME.txt`; a seed that breaks the law is
/// added there, so that it is tried for ever. `CISPOL_ROUNDS` multiplies the number of other seeds,
/// and `CISPOL_FIRST_SEED` says where they start.
package enum KeptSeeds {
  /// Returns what `law` says of each seed that breaks it.
  package static func failures(
    of name: String, rounds: UInt64, _ law: (UInt64) throws -> String?
  ) throws -> [String] {
    let environment = ProcessInfo.processInfo.environment
    let factor = environment["CISPOL_ROUNDS"].flatMap { UInt64($0) } ?? 1
    let first = environment["CISPOL_FIRST_SEED"].flatMap { UInt64($0) } ?? 0
    let file = ShippedPacks.project.appending(path: "Tests/Seeds/\(name).txt")
    var kept = try read(file)
    var failures: [String] = []
    for seed in kept + (first..<first &+ rounds * factor) {
      guard let failure = try law(seed) else { continue }
      failures.append("seed \(seed): \(failure)")
      if kept.contains(seed) { continue }
      kept.append(seed)
      try write(kept, to: file)
      // The first ones say enough.
      if failures.count >= 3 { break }
    }
    return failures
  }

  private static func read(_ file: URL) throws -> [UInt64] {
    let text = try String(contentsOf: file, encoding: .utf8)
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { UInt64($0) }
  }

  private static func write(_ seeds: [UInt64], to file: URL) throws {
    let head = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix("#") }
    let lines = head.map(String.init) + seeds.map(String.init)
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
  }
}
