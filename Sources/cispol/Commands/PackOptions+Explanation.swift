internal import SourceText

extension PackOptions {
  /// Returns the arguments by which `explain` sees what a `check` of the packs at `paths` saw, as words
  /// of a command, each after a space; `nil` if it cannot, because something was read that is gone.
  ///
  /// What the configuration says stays unsaid, for `explain` reads it too. Whatever was given is given
  /// again: fingerprints are of inputs in their order, and of values that benchmarks, configuration and
  /// instant decide.
  func argumentsToExplain(packs paths: [String], inputs: [String]) -> String? {
    let files = inputs + input + waivers + attestations
    guard !files.contains(where: PackOptions.isReadOnce) else { return nil }
    var words = input.flatMap { ["--input", $0] } + paths.flatMap { ["--pack", $0] }
    words += benchmark.flatMap { ["--benchmark", $0] }
    if let profile { words += ["--profile", profile] }
    words +=
      waivers.flatMap { ["--waivers", $0] } + attestations.flatMap { ["--attestations", $0] }
    if let config = projectOptions.config { words += ["--config", config] }
    if projectOptions.noConfig { words.append("--no-config") }
    if let now { words += ["--now", now] }
    let text = words.map { " " + $0.quotedForShell }.joined()
    // A name that cannot be shown cannot be typed either.
    return text == text.safeOnTerminal ? text : nil
  }

  /// Whether the file called `name` is something that is read once, such as the standard input or a
  /// pipe of a shell.
  private static func isReadOnce(_ name: String) -> Bool {
    name == "-" || name == PolicyFiles.standardInput || name.hasPrefix("/dev/")
      || name.hasPrefix("/proc/")
  }
}
