internal import ArgumentParser

/// The options by which commands choose the configuration of a project.
struct ProjectOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The configuration of the project; without it `cispol.yaml`, if there is one here.",
      valueName: "file"))
  var config: String?

  @Flag(name: .long, help: "Use no configuration, whether there is one or not.")
  var noConfig = false

  /// The path of the configuration, if one may be used, whether there is a file or not.
  var files: [String] { noConfig ? [] : [config ?? "cispol.yaml"] }

  func validate() throws {
    if noConfig, config != nil {
      throw ValidationError("--config and --no-config exclude each other")
    }
  }

  /// Returns the configuration that is chosen, an empty one if there is none.
  func read(color: ColorChoice) throws -> ProjectFile {
    try ProjectFile.read(config, isIgnored: noConfig, color: color)
  }
}
