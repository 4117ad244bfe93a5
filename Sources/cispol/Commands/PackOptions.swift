internal import ArgumentParser
internal import Compliance
internal import DomainValues
internal import Pipelines
internal import PolicyPacks

/// The options by which commands choose packs, inputs and controls.
struct PackOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "What is to be judged: a plan as `terraform show -json` writes it, or `-`.",
      valueName: "file"))
  var input: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The benchmark, in its newest version unless it says which.", valueName: "name[@version]"))
  var benchmark: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Which controls: `level-1`, `level-2` (with level 1), `automated`; with commas, what all of them choose.",
      valueName: "names"))
  var profile: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The instant that counts as now, such as 2026-01-01T00:00:00Z.", valueName: "instant"))
  var now: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Whether to use colour.", valueName: "auto|always|never"))
  var color: ColorChoice = .auto

  /// Returns the request for the packs at `paths`, having read all files.
  func request(packs paths: [String]) throws -> CheckRequest {
    var request = CheckRequest(now: try instant())
    request.shipped = EmbeddedFiles.packs
    request.compiled = EmbeddedFiles.compiledPacks
    do {
      request.benchmarks = try benchmark.map { text throws(SelectionError) in
        try BenchmarkRequest.parse(text)
      }
      if let profile { request.profile = try Profile.parse(profile) }
    } catch {
      throw Problem(error.message, help: error.help).reported
    }
    for path in paths { request.packs.append(try PackOptions.folder(path)) }
    for path in input { request.inputs.append(try file(path)) }
    return request
  }

  private func instant() throws -> Timestamp {
    guard let now else { return Clock.now }
    do {
      return try Timestamp.parse(now)
    } catch {
      throw Problem("`\(now)` is no instant", help: "write for example `2026-01-01T00:00:00Z`")
        .reported
    }
  }

  /// Returns the files of the pack, or packs, at `path`.
  static func folder(_ path: String) throws -> PackFolder {
    do {
      return try FolderReader.read(path)
    } catch {
      throw Problem("the pack `\(path)` cannot be read: \(error.message)").reported
    }
  }

  private func file(_ path: String) throws -> InputFile {
    do {
      let bytes = try FileReader.read(path, limit: FileReader.largestInput)
      return InputFile(name: path == "-" ? "standard input" : path, bytes: bytes)
    } catch {
      throw Problem("the input `\(path)` cannot be read: \(error.message)").reported
    }
  }
}
