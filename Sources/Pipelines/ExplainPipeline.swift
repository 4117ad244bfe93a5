package import Compliance
package import Diagnostics
internal import DomainValues
internal import PolicyIR
package import PolicyInterpreter
internal import PolicyPacks
package import SourceText

/// From packs, inputs and the name of a decision to the proof of it.
package struct ExplainPipeline: Sendable {
  /// The decision that is to be explained.
  package enum Subject: Hashable, Sendable {
    /// The finding whose fingerprint starts with this.
    case fingerprint(String)
    /// What the rule says of the resource with this name or address.
    case rule(String, resource: String)
  }

  /// A decision with its proof.
  package struct Explanation: Sendable {
    /// The finding.
    package let finding: Finding

    /// The report of its rule.
    package let rule: RuleReport

    /// Why the rule says so.
    package let proof: Proof
  }

  /// Why nothing can be explained.
  package enum Failure: Error, Hashable, Sendable {
    /// The packs or inputs cannot be used.
    case check(CheckFailure)
    /// There is no input.
    case noInput
    /// No finding is meant.
    case noFinding(String, nearest: [String])
    /// Several findings are meant.
    case ambiguous(String, candidates: [String])
  }

  private var pipeline = CheckPipeline()

  /// Creates a pipeline that has not run.
  package init() {}

  /// The texts of the run.
  package var sources: SourceMap { pipeline.sources }

  /// What is wrong with packs and inputs.
  package var diagnostics: DiagnosticSet { pipeline.diagnostics }

  /// Returns the explanations of `subject`, of which there is more than one only when a rule is
  /// used with several values of its parameters.
  ///
  /// - Throws: a `Failure` when there is nothing to explain.
  package mutating func run(
    _ request: CheckRequest, _ subject: Subject
  ) throws(Failure) -> [Explanation] {
    let run: EvaluatedRun
    do {
      guard case .evaluated(let result) = try pipeline.run(request) else { throw Failure.noInput }
      run = result
    } catch let failure as CheckFailure {
      throw .check(failure)
    } catch {
      throw .noInput
    }
    return try find(subject, in: run).map { finding in
      let application = run.selection.applications[finding.rule]
      let graph = run.inputs[finding.resource.input].graph
      let evaluation = Evaluation(program: run.program, graph: graph, now: request.now)
      let effective = application.parameters(
        of: finding.resource.row, in: graph, accounts: run.governance.accounts)
      let candidates =
        effective.candidates.isEmpty ? [application.parameters] : effective.candidates
      let proofs = candidates.map {
        evaluation.explain(application.rule, parameters: $0, on: finding.resource.row)
      }
      let isSettled = proofs.allSatisfy { $0.result == finding.status.rawValue }
      let proof =
        isSettled
        ? proofs[0]
        : Proof(
          range: proofs[0].range, result: finding.status.rawValue,
          note: "it is not known which values of parameters are meant", causes: effective.causes,
          children: proofs)
      return Explanation(finding: finding, rule: run.report.rules[finding.rule], proof: proof)
    }
  }

  private func find(_ subject: Subject, in run: EvaluatedRun) throws(Failure) -> [Finding] {
    let findings = run.report.findings
    switch subject {
    case .fingerprint(let prefix):
      let found = findings.filter { $0.fingerprint.hasPrefix(prefix) }
      if found.count > 1 {
        throw .ambiguous(prefix, candidates: found.prefix(5).map(\.fingerprint))
      }
      if found.isEmpty { throw .noFinding(prefix, nearest: []) }
      return found
    case .rule(let name, let resource):
      let named = run.program.rules(called: name)
      let ofRule = findings.filter { named.contains(run.selection.applications[$0.rule].rule) }
      if ofRule.isEmpty {
        let names = run.report.rules.map { name.contains("/") ? "\($0.pack)/\($0.name)" : $0.name }
        throw .noFinding(
          name, nearest: Spelling.nearestByWords(to: name, in: names).map { [$0] } ?? [])
      }
      let found = ofRule.filter {
        $0.resource.name == resource || $0.resource.address == resource
          || $0.resource.id == resource
      }
      if found.isEmpty {
        throw .noFinding(resource, nearest: ofRule.prefix(5).map(\.resource.name))
      }
      return found
    }
  }
}

extension ExplainPipeline.Failure {
  /// What is wrong, in words; of packs and inputs the diagnostics say it.
  package var message: String {
    switch self {
    case .check(let failure): failure.message
    case .noInput: "a finding is explained on the input it was found in: add `--input FILE`"
    case .noFinding(let text, _): "there is no finding `\(text)` in these inputs"
    case .ambiguous(let text, _): "several findings start with `\(text)`"
    }
  }

  /// What to do about it.
  package var help: String? {
    switch self {
    case .check(let failure): failure.help
    case .noInput: nil
    case .noFinding(_, let nearest):
      nearest.isEmpty
        ? "`cispol check` prints the ids; give the same packs and inputs"
        : "there is " + nearest.map { "`\($0)`" }.joined(separator: ", ")
    case .ambiguous(_, let candidates):
      "write more of one: " + candidates.map { "`\($0)`" }.joined(separator: ", ")
    }
  }
}
