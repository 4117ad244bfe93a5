package import Diagnostics
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
    (request.inputs, request.packs, request.compiled) = ([], [], FileBytes([]))
    let checked: CheckedPacks
    do throws(CheckFailure) {
      guard case .checked(let result) = try pipeline.run(request) else {
        preconditionFailure("a run without inputs evaluates nothing")
      }
      checked = result
    } catch {
      throw .check(error)
    }
    do throws(CompiledFormError) {
      return try CompiledPacks.compile(
        request.shipped, files: sources.files, packs: checked.packs, program: checked.program)
    } catch {
      throw .unsupported("\(error)")
    }
  }
}
