internal import SourceText

/// A comment that lets remarks stand, with a reason:
/// `// lint: allow unused-function: other packs call it`.
struct Allowance {
  /// The rules whose remarks are allowed.
  let rules: [LintRuleID]

  /// Why.
  let reason: String

  /// Where the comment is.
  let range: SourceRange

  /// The text in which remarks may start: the line of the comment with the statement or declaration
  /// that ends before it, or the next line with those that start there.
  let covered: SourceRange

  /// Returns `true` iff the remark is allowed.
  func covers(_ remark: Remark) -> Bool {
    rules.contains(remark.rule) && covered.file == remark.primary.file
      && (covered.lower..<covered.upper).contains(remark.primary.lower)
  }
}

/// What is wrong with a comment that was to allow something.
struct MalformedAllowance {
  /// What is wrong.
  let message: String

  /// What to do about it.
  let help: String

  /// Where the comment is.
  let range: SourceRange
}

/// The allowances of a pack, after all other rules spoke.
package struct ReviewedAllowances {
  /// The comments that cannot be understood.
  let malformed: [MalformedAllowance]

  /// The rules that are allowed where they say nothing, in comments and in the pack file.
  let unused: [(rule: LintRuleID, range: SourceRange, isException: Bool)]
}
