package import Diagnostics
internal import PolicyChecker
internal import PolicyIR
internal import PolicyPacks
package import SourceText

/// From the shipped packs to their compiled form: load, parse, check; write.
package struct CompilePipeline: Sendable {
  private var pipeline = CheckPipeline()

  /// Creates a pipeline that has not run.
  package init() {}

  /// The texts of the run.
  package var sources: SourceMap { pipeline.sources }

  /// What is wrong with the packs.
  package var diagnostics: DiagnosticSet { pipeline.diagnostics }

  /// Why there is no compiled form.
  package enum Failure: Error, Hashable, Sendable {
    /// The packs cannot be used.
    case check(CheckFailure)
    /// They hold what has no compiled form.
    case unsupported(String)
  }

  /// Returns the compiled form of the shipped packs of `request`.
  ///
  /// - Throws: a `Failure` when there is none.
  package mutating func run(_ request: CheckRequest) throws(Failure) -> [UInt8] {
    var request = request
    (request.inputs, request.packs) = ([], [])
    let packs: AnalyzedPacks
    do throws(CheckFailure) { packs = try pipeline.analyze(request) } catch { throw .check(error) }
    do throws(CompiledFormError) {
      return try CompiledPacks.compile(
        request.shipped, files: sources.files, programs: CompilePipeline.programs(of: packs))
    } catch {
      throw .unsupported("\(error)")
    }
  }

  /// Returns the program of all `packs`, and those of each and the packs that it requires, on which
  /// packs can build that require it.
  private static func programs(of packs: AnalyzedPacks) -> [(packs: [String], program: Program)] {
    let manifests = packs.library.packs.map(\.manifest)
    let names = manifests.map(\.name)
    var programs = [(packs: names, program: packs.program)]
    for manifest in manifests {
      let required = PackManifest.names(requiredBy: [manifest], among: manifests)
      let members = names.filter { required.contains($0) || $0 == manifest.name }
      if programs.contains(where: { $0.packs == members }) { continue }
      let sources = packs.trees.filter { members.contains($0.name) }
      programs.append((members, PolicyChecker.check(sources).program))
    }
    return programs
  }
}
