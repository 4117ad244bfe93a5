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
      "What is to be judged: a plan as `terraform show -json` writes it, a graph, or `-`.",
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
    help: ArgumentHelp(
      "How many threads work at a time; as many as there are processors unless it says.",
      valueName: "number"))
  var jobs: Int?

  @Option(
    name: .long,
    help: ArgumentHelp("Whether to use colour.", valueName: "auto|always|never"))
  var color: ColorChoice = .auto

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1") }
  }

  /// Returns the request for the packs at `paths`, having read all files; those aside of which there
  /// are stamps, which are opened when they are needed.
  func request(packs paths: [String], stamps: FolderState? = nil) throws -> CheckRequest {
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
    for path in input { request.inputs.append(try file(path, stamp: stamps?.stamp(of: path))) }
    request.jobs = jobs ?? Processors.count
    return request
  }

  /// The instant of the run.
  func instant() throws -> Timestamp {
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

  private func file(_ path: String, stamp: String?) throws -> InputFile {
    if let stamp {
      return InputFile(name: path, stamp: stamp) { () throws(UnreadableInput) in
        do throws(FileError) {
          return try FileReader.open(path, name: path)
        } catch {
          throw UnreadableInput(error.message)
        }
      }
    }
    do {
      return try FileReader.open(path, name: path == "-" ? "standard input" : path)
    } catch {
      throw Problem("the input `\(path)` cannot be read: \(error.message)").reported
    }
  }
}
