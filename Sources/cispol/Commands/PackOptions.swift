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
      "The benchmark, in its newest version unless it says which; may be repeated.",
      valueName: "name[@version]"))
  var benchmark: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Which controls: `level-1`, `level-2` (with level 1), `automated`, `section:ID`, or a profile of the configuration; with commas, what all of them choose.",
      valueName: "names"))
  var profile: String?

  @Option(
    name: .long,
    help: ArgumentHelp("A file with waivers; may be repeated.", valueName: "file"))
  var waivers: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("A file with attestations; may be repeated.", valueName: "file"))
  var attestations: [String] = []

  @OptionGroup var projectOptions: ProjectOptions

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

  /// Returns the request for the packs at `paths`, having read all files; inputs aside of which there
  /// are stamps, which are opened when they are needed.
  ///
  /// What the command line says replaces what the configuration says of the same.
  func request(packs paths: [String], stamps: FolderState? = nil) throws -> CheckRequest {
    var request = CheckRequest(now: try instant())
    request.shipped = EmbeddedFiles.packs
    request.compiled = EmbeddedFiles.compiledPacks
    let project = try projectOptions.read(color: color)
    let configuration = project.configuration
    request.configuration = configuration
    request.sources = project.sources
    do {
      let labels = benchmark.isEmpty ? configuration.benchmarks : benchmark
      request.benchmarks = try labels.map { text throws(SelectionError) in
        try BenchmarkRequest.parse(text)
      }
      if let profile = profile ?? configuration.profile {
        request.profile = try Profile.parse(profile, known: configuration.profiles)
      }
    } catch {
      throw Problem(error.message, help: error.help).reported
    }
    for path in project.paths(paths, else: configuration.packs) {
      request.packs.append(try PackOptions.folder(path))
    }
    let inputs = project.paths(input, else: configuration.inputs)
    try PackOptions.checkEachIsNew(inputs)
    for path in inputs {
      request.inputs.append(try inputFile(path, stamp: stamps?.stamp(of: path)))
    }
    try PackOptions.addDecisions(
      to: &request, project, waivers: waivers, attestations: attestations)
    request.jobs = Processors.threads(asked: jobs)
    return request
  }

  /// Adds the waivers and attestations at the paths, else those of the project.
  static func addDecisions(
    to request: inout CheckRequest, _ project: ProjectFile, waivers: [String],
    attestations: [String]
  ) throws {
    let configuration = project.configuration
    for path in project.paths(waivers, else: configuration.waiverFiles) {
      request.waivers.append(try file(path, as: "file of waivers"))
    }
    for path in project.paths(attestations, else: configuration.attestationFiles) {
      request.attestations.append(try file(path, as: "file of attestations"))
    }
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
      throw Problem("the pack `\(path)` cannot be read: \(error.message)", help: error.help)
        .reported
    }
  }

  /// The paths of packs, inputs and what people decided, as the command line or the configuration
  /// names them, and of the configuration; ends the run if one is a pipe or the like, from which
  /// nothing comes a second time.
  func watchedPaths(packs paths: [String]) throws -> WatchedPaths {
    let project = try projectOptions.read(color: color)
    let configuration = project.configuration
    let files =
      project.paths(input, else: configuration.inputs)
      + project.paths(waivers, else: configuration.waiverFiles)
      + project.paths(attestations, else: configuration.attestationFiles)
    if let pipe = files.first(where: { $0 == "-" || FileReader.isNeitherFileNorFolder($0) }) {
      throw Problem(
        "`\(pipe)` cannot be watched: \(FileError.noFile.message)",
        help: "write what comes from it to a file, and name that"
      ).reported
    }
    return WatchedPaths(
      folders: project.paths(paths, else: configuration.packs),
      files: files + projectOptions.files)
  }

  /// Ends the run if two of the inputs at `paths` are the same, whose resources would count twice.
  private static func checkEachIsNew(_ paths: [String]) throws {
    var seen: [FileIdentity: String] = [:]
    for path in paths {
      // What is wrong with one that is not there is said when it is opened.
      guard let identity = FileIdentity(at: path) else { continue }
      if let first = seen[identity] {
        throw Problem(
          first == path
            ? "the input `\(path)` is given twice"
            : "the inputs `\(first)` and `\(path)` are the same",
          help: "give each input once, or its resources would count twice"
        ).reported
      }
      seen[identity] = path
    }
  }

  private func inputFile(_ path: String, stamp: String?) throws -> InputFile {
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

  /// Returns the file at `path`, called `what` in messages.
  static func file(_ path: String, as what: String) throws -> PolicyFile {
    do {
      let bytes = try FileReader.read(path, limit: FileReader.largestPolicy)
      return PolicyFile(name: path == "-" ? "standard input" : path, bytes: bytes)
    } catch {
      throw Problem("the \(what) `\(path)` cannot be read: \(error.message)").reported
    }
  }
}
