internal import Glibc
internal import Pipelines
internal import PolicyPacks
internal import SourceText

/// The configuration of the project, and where it lies.
struct ProjectFile {
  /// What it says.
  let configuration: ProjectConfiguration

  /// The texts to which its places point.
  let sources: SourceMap

  /// The folder it is in, with a slash at the end, to which its paths are relative; empty for the
  /// working directory.
  private let folder: String

  /// Returns the configuration at `path`, else the one in the working directory, if there is one.
  static func read(
    _ path: String?, isIgnored: Bool, color: ColorChoice
  ) throws -> ProjectFile {
    let none = ProjectFile(configuration: .none, sources: SourceMap(), folder: "")
    if isIgnored { return none }
    let name = path ?? ProjectConfiguration.fileName
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileReader.read(name, limit: FileReader.largestPolicy)
    } catch {
      if path == nil, case .system(ENOENT) = error, !isThere(name) { return none }
      throw Problem("the configuration `\(name)` cannot be read: \(error.message)").reported
    }
    var pipeline = ConfigurationPipeline()
    let configuration = pipeline.read(PolicyFile(name: name, bytes: bytes))
    Problem.report(
      pipeline.diagnostics, in: pipeline.sources, isColoured: color.applies(to: Output.problems))
    guard let configuration else { throw ExitVerdict.unusable }
    let folder = name.lastIndex(of: "/").map { String(name[...$0]) } ?? ""
    return ProjectFile(configuration: configuration, sources: pipeline.sources, folder: folder)
  }

  /// Whether there is anything at `path`, even a link that leads nowhere: somebody put it there to be
  /// used.
  private static func isThere(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0
  }

  /// Returns the paths that were `given`, else those of the configuration, seen from the working
  /// directory.
  func paths(_ given: [String], else configured: [String]) -> [String] {
    guard given.isEmpty else { return given }
    return configured.map { $0.hasPrefix("/") || $0 == "-" ? $0 : folder + $0 }
  }
}
