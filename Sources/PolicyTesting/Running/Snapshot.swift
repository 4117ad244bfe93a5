internal import PolicyIR
internal import PolicyInterpreter
internal import ResourceModel

/// What a case gives, as lines: each resource with its status, its messages and its causes.
enum Snapshot {
  /// Returns the lines, in the order of the resources, with what is waived of each.
  static func lines(
    of outcome: RuleOutcome, in input: CaseInput, waived: (RowID) -> String?
  ) -> [String] {
    if outcome.subjects.isEmpty { return ["no_resources"] }
    return outcome.subjects.flatMap { subject in
      let name = OneLine.text(input.graph.name(of: subject.row))
      let waived = waived(subject.row).map { " \($0)" } ?? ""
      return ["\(name) \(subject.status.rawValue)\(waived)"]
        + subject.reasons.map { "  \(OneLine.text($0))" }
    }
  }

  /// Returns the lines that are in one of the two only, in order, those expected after `- `.
  static func difference(_ expected: [String], _ actual: [String]) -> [String] {
    let changes = actual.difference(from: expected)
    let removals = changes.removals.map { change in
      switch change {
      case .remove(_, let line, _), .insert(_, let line, _): "- \(line)"
      }
    }
    let insertions = changes.insertions.map { change in
      switch change {
      case .remove(_, let line, _), .insert(_, let line, _): "+ \(line)"
      }
    }
    return removals + insertions
  }
}

/// What is known of the snapshot of a case.
enum KeptSnapshot {
  /// These lines were kept.
  case lines([String])
  /// None is kept, and this says so.
  case missing(String)
}
