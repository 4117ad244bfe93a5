internal import Diagnostics
internal import DomainValues
internal import SourceText

/// What can be said about packs and benchmarks.
extension Diagnostic {
  /// A control that a program decides, and that says what a person must state.
  static func attestationOfAutomated(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .attestationOfAutomated, "an automated control takes no attestation", at: range,
      help: "leave it out, or set `assessment: manual`")
  }

  /// A control that is named by an id, which means something else in each version.
  static func controlWithoutVersion(_ id: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .controlWithoutVersion, "it is not said in which version of a benchmark `\(id)` is meant",
      at: range,
      help:
        "add `benchmark: NAME@VERSION`, or name the control by its slug, which is the same in all"
    )
  }

  /// Two versions of one benchmark that are the same.
  static func duplicateBenchmark(
    _ label: String, at range: SourceRange, first: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .duplicateBenchmark, "the benchmark `\(label)` is given twice", at: range,
      labels: [Label("first given here", at: first)])
  }

  /// Two controls of one benchmark with one id.
  static func duplicateControl(
    _ id: String, at range: SourceRange, first: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .duplicateControl, "the control `\(id)` is given twice in one benchmark", at: range,
      labels: [Label("first given here", at: first)])
  }

  /// Two packs with one name.
  static func duplicatePack(
    _ name: String, at range: SourceRange, first: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .duplicatePack, "two packs are called `\(name)`", at: range,
      labels: [Label("the first one", at: first)], help: "rename one, or name only one of them")
  }

  /// A rule by a name that it had before.
  static func formerName(_ former: String, now name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .formerName, severity: .warning, "`\(former)` is called `\(name)` now", at: range,
      help: "write `\(name)`")
  }

  /// Two sections of one benchmark with one id.
  static func duplicateSection(
    _ id: String, at range: SourceRange, first: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .duplicateSection, "the section `\(id)` is given twice in one benchmark", at: range,
      labels: [Label("first given here", at: first)])
  }

  /// Two waivers with one id.
  static func duplicateWaiver(
    _ id: String, at range: SourceRange, first: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .duplicateWaiver, "the waiver `\(id)` is given twice", at: range,
      labels: [Label("first given here", at: first)])
  }

  /// A pack that declares nothing.
  static func emptyPack(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .emptyPack, "the pack `\(name)` holds no policies", at: range,
      help: "put rules in files that end in `.cispol`, or in `rules/*.yaml`")
  }

  /// A policy without a declaration.
  static func emptyPolicy(_ path: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .emptyPolicy, "the policy `\(path)` declares nothing", at: range,
      help: "was it cut off? write what belongs there, or delete the file")
  }

  /// A file of a pack that is read by nobody, because it is not where what it holds is read.
  static func strayFile(
    _ path: String, _ content: StrayFiles.Content, at range: SourceRange
  ) -> Diagnostic {
    let what = content == .benchmark ? "a benchmark" : content.rawValue
    return Diagnostic(
      .strayFile, "`\(path)` holds \(what), and is not read", at: range,
      help: "put it below the folder `\(content.folder)` of the pack")
  }

  /// A file of a pack that is read by nobody, because its ending is in other letters than those of
  /// `right`.
  static func strayEnding(_ path: String, _ right: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .strayFile, "`\(path)` is not read: endings are written in small letters", at: range,
      help: "name it `\(right)`")
  }

  /// Permissions of an attribute that there is not.
  static func permissionsOfUnknownAttribute(
    _ name: String, of type: String, didYouMean: String?, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .unknownAttribute, "`\(type)` has no attribute `\(name)`", at: range,
      help: didYouMean.map { "did you mean `\($0)`?" })
  }

  /// Permissions of a type that there is not.
  static func permissionsOfUnknownType(
    _ name: String, didYouMean: String?, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .unknownType, "there is no type `\(name)`", at: range,
      help: didYouMean.map { "did you mean `\($0)`?" })
  }

  /// A folder that is no pack.
  static func missingPackFile(_ folder: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .missingPackFile, "`\(folder)` is no pack: it has no file `pack.yaml`", at: range,
      help: "name the folder that holds it, or write one with `pack`, `version` and `title`")
  }

  /// A key that must be there and is not.
  static func missingYAMLKey(_ key: String, of what: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.missingYAMLKey, "\(what) has no key `\(key)`", at: range)
  }

  /// Packs in which there is nothing to evaluate.
  static func packWithoutRules(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .packWithoutRules, "the pack `\(name)` has no rules, so there is nothing to evaluate",
      at: range, help: "name a pack with rules; packs that it requires come along by themselves")
  }

  /// A required pack in another version.
  static func packVersionMismatch(
    _ name: String, wanted: Version, found: Version, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .packVersionMismatch,
      "the pack `\(name)` is needed in version \(wanted) or a compatible one, found \(found)",
      at: range)
  }

  /// A value that its parameter does not allow.
  static func parameterOutOfBounds(
    _ name: String, bounds: String, at range: SourceRange, declared: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .parameterOutOfBounds, "the value of `\(name)` is not within its bounds, \(bounds)",
      at: range, labels: [Label("declared here", at: declared)])
  }

  /// A benchmark that no pack in sight has.
  static func unknownBenchmark(
    _ label: String, known: [String], at range: SourceRange
  ) -> Diagnostic {
    let near = Spelling.nearest(to: label, in: known).map { "did you mean `\($0)`?" }
    return Diagnostic(
      .unknownBenchmark, "there is no benchmark `\(label)`", at: range,
      help: near ?? "write `NAME@VERSION`, and require the pack that holds it")
  }

  /// A control that no benchmark in sight has.
  static func unknownControl(
    _ name: String, didYouMean: String?, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .unknownControl, "there is no control `\(name)`", at: range,
      help: didYouMean.map { "did you mean `\($0)`?" })
  }

  /// A required pack that is not there.
  static func unknownPack(_ name: String, didYouMean: String?, at range: SourceRange) -> Diagnostic
  {
    Diagnostic(
      .unknownPack, "there is no pack `\(name)`", at: range,
      help: didYouMean.map { "did you mean `\($0)`?" } ?? "name its folder too")
  }

  /// A value for a parameter that the rule does not have.
  static func unknownParameter(
    _ name: String, of rule: String, known: [String], at range: SourceRange
  ) -> Diagnostic {
    let near = Spelling.nearest(to: name, in: known).map { "did you mean `\($0)`?" }
    let list = known.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      .unknownParameter, "the rule `\(rule)` has no parameter `\(name)`", at: range,
      help: near ?? (known.isEmpty ? "it has no parameters" : "it has \(list)"))
  }

  /// A rule that no pack in sight declares.
  static func unknownRule(_ name: String, didYouMean: String?, at range: SourceRange) -> Diagnostic
  {
    Diagnostic(
      .unknownRule, "there is no rule `\(name)`", at: range,
      help: didYouMean.map { "did you mean `\($0)`?" })
  }

  /// A section that the benchmark does not list.
  static func unknownSection(_ id: String, known: [String], at range: SourceRange) -> Diagnostic {
    let list = known.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      .unknownSection, "there is no section `\(id)`", at: range,
      help: known.isEmpty ? "list it under `sections`" : "the sections are \(list)")
  }

  /// A key that means nothing.
  static func unknownYAMLKey(_ key: String, known: [String], at range: SourceRange) -> Diagnostic {
    let near = Spelling.nearest(to: key, in: known).map { "did you mean `\($0)`?" }
    let list = known.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      .unknownYAMLKey, "there is no key `\(key)` here", at: range,
      help: near ?? "the keys are \(list)")
  }

  /// A waiver that holds for longer than the project allows.
  static func waiverTooLong(longest: PolicyDuration, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .waiverTooLong, "a waiver may hold for \(longest.summary) at most", at: range,
      help: "let it expire earlier, and look at it again then")
  }

  /// A value of another kind than expected.
  static func wrongYAMLKind(_ what: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.wrongYAMLKind, "expected \(what)", at: range)
  }
}
