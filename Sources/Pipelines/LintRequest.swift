package import PolicyLinter

/// What a run of the linter is asked to do.
package struct LintRequest: Sendable {
  /// The packs; inputs and benchmarks are not looked at.
  package var check: CheckRequest

  /// The rules that are asked, or `nil` for all.
  package var rules: Set<LintRuleID>?

  /// Creates a request to lint the packs of `check`.
  package init(_ check: CheckRequest) {
    self.check = check
  }
}

/// A file whose text the linter changes.
package struct FixedFile: Sendable {
  /// The file as it is.
  package let file: InputFile

  /// What it is to become.
  package let bytes: [UInt8]
}

/// What the linter makes of packs when it may change them.
package struct FixedPacks: Sendable {
  /// The files that change, by their names.
  package let files: [FixedFile]

  /// What is left to be said after that.
  package let report: LintReport
}
