internal import ArgumentParser
internal import Diagnostics
internal import Pipelines
internal import PolicyLinter
internal import SourceText

/// `cispol explain`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", _superCommandName: "cispol",
    abstract: "Show why a finding is what it is, or what a diagnostic or lint rule means.",
    discussion: """
      A finding is named by its id, of which the first letters are enough, or by its
      rule, with its pack before it or not, and its resource. Give the same packs and
      inputs as to `check`.

      Examples:
        cispol explain 3f9a0c12 --input plan.json
        cispol explain customer_keys_rotate aws_kms_key.main --input plan.json
        cispol explain 3f9a0c12 --input plan.json --pack rules/ --format json
        cispol explain unknown-attribute
        cispol explain unused-parameter
      """)

  @Argument(
    help: ArgumentHelp(
      "The id of a finding, diagnostic or lint rule, or a rule.", valueName: "subject"))
  var subject: String

  @Argument(help: ArgumentHelp("The name or address of a resource.", valueName: "resource"))
  var resource: String?

  @Option(
    name: .long, help: ArgumentHelp("A pack that was named to `check`.", valueName: "path"))
  var pack: [String] = []

  @OptionGroup var packs: PackOptions

  @Option(name: .long, help: ArgumentHelp("The form of the proof.", valueName: "text|json"))
  var format: ReportFormat = .text

  func run() throws {
    if resource == nil, let id = DiagnosticID(rawValue: subject) {
      guard let page = EmbeddedFiles.page(of: id.rawValue) else {
        throw Problem("there is no page about `\(subject)`").reported
      }
      return try Destination.write(String(decoding: page, as: UTF8.self), to: nil)
    }
    if resource == nil, let id = LintRuleID(rawValue: subject) {
      guard let page = EmbeddedFiles.page(of: id) else {
        throw Problem("there is no page about `\(subject)`").reported
      }
      return try Destination.write(String(decoding: page, as: UTF8.self), to: nil)
    }
    var request = try packs.request(packs: pack)
    if resource == nil, request.inputs.isEmpty { throw unknownSubject.reported }
    request.everyVersion = true
    var pipeline = ExplainPipeline()
    let name: ExplainPipeline.Subject =
      if let resource { .rule(subject, resource: resource) } else {
        .fingerprint(subject.lowercased())
      }
    do {
      let explanations = try pipeline.run(request, name)
      let isColoured = packs.color.applies(to: Output.standard)
      try Destination.write(to: nil) { destination in
        pipeline.render(explanations, as: format, isColoured: isColoured, to: destination)
      }
    } catch let failure as ExplainPipeline.Failure {
      Problem.report(
        pipeline.diagnostics, in: pipeline.sources,
        isColoured: packs.color.applies(to: Output.problems))
      throw failure == .check(.diagnosed)
        ? ExitVerdict.unusable : Problem(failure.message, help: failure.help).reported
    }
  }

  /// What is wrong when the subject is no diagnostic and there is no input to look for a finding.
  private var unknownSubject: Problem {
    let known = DiagnosticID.allCases.map(\.rawValue) + LintRuleID.allCases.map(\.rawValue)
    let near = Spelling.nearest(to: subject, in: known)
    return Problem(
      "there is no diagnostic or lint rule `\(subject)`",
      help: near.map { "did you mean `\($0)`?" }
        ?? "to explain a finding, add the input it was found in: `--input FILE`")
  }
}
