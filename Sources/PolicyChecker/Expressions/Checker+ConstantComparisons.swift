internal import Diagnostics
internal import DomainValues
internal import PolicyIR
internal import ResourceModel
internal import SourceText

/// Comparisons that types alone decide.
///
/// What hangs on several comparisons at once, or on what is written out on both sides, is left to
/// the linter: it is odd, and no sign that an attribute was taken for another.
extension Checker {
  /// The least and greatest value of a term, as far as its type tells, and how that is said.
  private struct Span {
    let lower: Double?
    let upper: Double?
    let reason: String
  }

  /// Reports a comparison that gives the same for all values of its operands.
  mutating func reportIfConstant(
    _ comparison: Comparison, _ left: Checked, _ right: Checked, at range: SourceRange
  ) {
    if let span = span(of: left.term), let value = number(right.term) {
      report(truth(of: comparison, span, value), span.reason, at: range)
    } else if let span = span(of: right.term), let value = number(left.term) {
      report(truth(of: comparison.mirrored, span, value), span.reason, at: range)
    }
  }

  /// Reports a membership that is the same for all values of its operands.
  mutating func reportIfConstant(
    _ element: Checked, in collection: Checked, isNegated: Bool, at range: SourceRange
  ) {
    if case .enumeration(let id) = self[element.type],
      program.constantValue(of: element.term) == nil,
      case .set(let elements)? = program.constantValue(of: collection.term),
      elements.elements.count == program.schema[id].cases.count
    {
      let reason = "these are all cases of `\(name(of: element.type))`"
      return report(!isNegated, reason, at: range)
    }
    guard self[collection.type] == .portSet, program.constantValue(of: collection.term) == nil,
      case .int(let port)? = program.constantValue(of: element.term),
      PortSet(from: port, through: port) == nil
    else { return }
    report(isNegated, "there is no port \(port)", at: range)
  }

  private mutating func report(_ truth: Bool?, _ reason: String, at range: SourceRange) {
    guard let truth else { return }
    diagnostics.insert(.constantComparison(truth, because: reason, at: range))
  }

  /// Returns what is known of the values of a term that is no constant.
  private func span(of id: TermID) -> Span? {
    switch program[id] {
    case .count, .builtin(.count, _):
      return Span(lower: 0, upper: nil, reason: "a count is never negative")
    case .builtin(.length, _):
      return Span(lower: 0, upper: nil, reason: "a length is never negative")
    case .parameter(let index):
      guard body.parameters.indices.contains(index), let bounds = body.parameters[index].bounds,
        let lower = bounds.lower.rank, let upper = bounds.upper.rank
      else { return nil }
      let name = body.parameters[index].name
      return Span(lower: lower, upper: upper, reason: "`\(name)` has these bounds")
    default: return nil
    }
  }

  private func number(_ id: TermID) -> Double? { program.constantValue(of: id)?.rank }

  /// Returns the one truth that the comparison of what is in `span` with `value` has.
  private func truth(of comparison: Comparison, _ span: Span, _ value: Double) -> Bool? {
    let (isBelow, isAbove) = (span.upper.map { $0 < value }, span.lower.map { $0 > value })
    let isOutside = isBelow == true || isAbove == true
    switch comparison {
    case .equal: return isOutside ? false : nil
    case .notEqual: return isOutside ? true : nil
    case .less: return isBelow == true ? true : span.lower.map { $0 >= value } == true ? false : nil
    case .lessOrEqual:
      return span.upper.map { $0 <= value } == true ? true : isAbove == true ? false : nil
    case .greater:
      return isAbove == true ? true : span.upper.map { $0 <= value } == true ? false : nil
    case .greaterOrEqual:
      return span.lower.map { $0 >= value } == true ? true : isBelow == true ? false : nil
    }
  }
}
