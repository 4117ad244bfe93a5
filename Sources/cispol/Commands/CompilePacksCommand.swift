internal import ArgumentParser
internal import Pipelines
internal import PolicyPacks

/// `cispol compile-packs`, which `scripts/build-release` uses.
struct CompilePacksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile-packs", _superCommandName: "cispol",
    abstract: "Write the compiled form of the shipped packs, for a build to embed it.",
    shouldDisplay: false)

  func run() throws {
    var request = CheckRequest(now: Clock.now)
    request.shipped = EmbeddedFiles.packs
    var pipeline = CompilePipeline()
    let bytes: [UInt8]
    do throws(CompilePipeline.Failure) {
      bytes = try pipeline.run(request)
    } catch {
      Problem.report(pipeline.diagnostics, in: pipeline.sources, isColoured: false)
      throw Problem("the shipped packs have no compiled form: \(error)").reported
    }
    try Output.print(bytes)
  }
}
