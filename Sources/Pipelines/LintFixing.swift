internal import Diagnostics
package import PolicyLinter
internal import PolicyPacks
package import SourceText

/// One round of changes to packs: as many of those that a report offers as hold together.
///
/// Changes hold when the packs load with them and nothing that they answer is said any more. Where
/// all of them do not, those of each file are tried, then halves of these, down to single ones, so
/// that one that does not hold keeps no other from being made.
package struct LintFixing {
  /// The packs with the changes that hold, when there are some.
  package private(set) var outcome: Outcome?

  private let request: LintRequest
  private let report: LintReport
  private let sources: SourceMap
  private var held: [Change] = []

  /// Packs that were changed, and what is said about them.
  package struct Outcome {
    /// The packs.
    package let request: LintRequest
    /// What is said.
    package let report: LintReport
    /// The run that said it.
    package let pipeline: LintPipeline
  }

  /// A change that may be made unasked, and what it answers.
  private struct Change {
    let topic: Topic
    let edits: [TextEdit]
  }

  /// What a remark says, wherever in its file the text has moved.
  private struct Topic: Hashable {
    let rule: LintRuleID
    let file: String
    let subject: String?
    let message: String
  }

  /// Makes the changes that `report`, about the packs of `request` with the texts `sources`, offers.
  package init(_ request: LintRequest, _ report: LintReport, _ sources: SourceMap) {
    self.request = request
    self.report = report
    self.sources = sources
    offer(changes)
  }

  /// The changes that may be made unasked and do not overlap, by the order of their remarks.
  private var changes: [Change] {
    var changes: [Change] = []
    var taken: [TextEdit] = []
    for remark in report.remarks {
      for fixIt in remark.fixIts where fixIt.applicability == .automatic {
        let isFree = !taken.contains { old in fixIt.edits.contains { $0.touches(old) } }
        guard isFree, !fixIt.edits.isEmpty else { continue }
        taken += fixIt.edits
        changes.append(Change(topic: topic(of: remark, in: sources), edits: fixIt.edits))
      }
    }
    return changes
  }

  private func topic(of remark: Remark, in sources: SourceMap) -> Topic {
    Topic(
      rule: remark.rule, file: sources[remark.primary.file].name, subject: remark.subject,
      message: remark.message)
  }

  /// Makes `changes` beside those that hold, or as many of them as possible.
  private mutating func offer(_ changes: [Change]) {
    if changes.isEmpty { return }
    if let next = outcome(of: held + changes) {
      held += changes
      outcome = next
    } else if changes.count > 1 {
      for part in parts(of: changes) { offer(part) }
    }
  }

  /// Returns `changes`, which are several, by their files, or in halves when they are of one.
  private func parts(of changes: [Change]) -> [[Change]] {
    var files: [[Change]] = []
    for change in changes {
      let file = change.edits.first?.range.file
      let index = files.firstIndex { $0.first?.edits.first?.range.file == file }
      if let index { files[index].append(change) } else { files.append([change]) }
    }
    if files.count > 1 { return files }
    let half = changes.count / 2
    return [Array(changes[..<half]), Array(changes[half...])]
  }

  /// Returns the packs with `changes`, unless they do not load or what is answered is still said.
  private func outcome(of changes: [Change]) -> Outcome? {
    var next = request
    next.check.packs = changed(by: changes.flatMap(\.edits).sorted { $0.range < $1.range })
    var pipeline = LintPipeline()
    // Why they do not load is of no interest: nobody wrote that.
    guard let after = try? pipeline.run(next) else { return nil }
    var left: [Topic: Int] = [:]
    for remark in after.remarks { left[topic(of: remark, in: pipeline.sources), default: 0] += 1 }
    for remark in report.remarks { left[topic(of: remark, in: sources), default: 0] -= 1 }
    for change in changes { left[change.topic, default: 0] += 1 }
    guard changes.allSatisfy({ left[$0.topic, default: 0] <= 0 }) else { return nil }
    return Outcome(request: next, report: after, pipeline: pipeline)
  }

  /// Returns the packs with `edits` made; a file that had its canonical form has it again.
  private func changed(by edits: [TextEdit]) -> [PackFolder] {
    request.check.packs.map { folder in
      let files = folder.files.map { file -> PackFolder.File in
        let own = edits.filter { sources[$0.range.file].name == folder.prefix + file.path }
        if own.isEmpty { return file }
        let bytes = own.applied(to: file.bytes)
        return PackFolder.File(path: file.path, bytes: LintFixing.formatted(bytes, like: file))
      }
      return PackFolder(name: folder.name, files: files)
    }
  }

  /// Returns `bytes` in their canonical form, if `file` had it before.
  private static func formatted(_ bytes: [UInt8], like file: PackFolder.File) -> [UInt8] {
    guard PolicyForm(path: file.path) == .language || file.path.hasPrefix("rules/")
    else { return bytes }
    var before = FormatPipeline()
    guard case .unchanged = before.format(PolicyFile(name: file.path, bytes: file.bytes)) else {
      return bytes
    }
    var after = FormatPipeline()
    switch after.format(PolicyFile(name: file.path, bytes: bytes)) {
    case .formatted(let canonical): return canonical
    case .unchanged, .untouched: return bytes
    }
  }
}

extension TextEdit {
  /// Whether the edit and `other` change the same text, or text that meets.
  fileprivate func touches(_ other: TextEdit) -> Bool {
    range.file == other.range.file && other.range.lower <= range.upper
      && range.lower <= other.range.upper
  }
}
