internal import DomainValues
internal import PolicyIR
internal import ResourceModel
internal import SourceText

/// Kleene's strong logic, and the choice between values.
extension TermEvaluator {
  func evaluateLogic(_ term: Term) -> Cell {
    switch term {
    case .not(let operand):
      let cell = read(operand)
      return Answer(cell.reading).negated.cell(at: cell.origin)
    case .and(let left, let right): return junction(left, right, decidedBy: .false)
    case .or(let left, let right): return junction(left, right, decidedBy: .true)
    case .implies(let left, let right):
      let condition = read(left)
      let premise = Answer(condition.reading).negated
      if premise.truth == .true { return premise.cell(at: condition.origin) }
      let consequence = read(right)
      let answer = premise.or(Answer(consequence.reading))
      return answer.cell(at: consequence.origin ?? condition.origin)
    case .isPresent(let operand):
      let cell = read(operand)
      switch cell.reading {
      case .value: return Answer.yes.cell(at: cell.origin)
      case .absent: return Answer.no.cell(at: cell.origin)
      case .unknown: return cell
      }
    case .conditional(let condition, let consequence, let alternative):
      let cell = read(condition)
      switch Answer(cell.reading).truth {
      case .true: return evaluate(consequence)
      case .false: return evaluate(alternative)
      case .unknown: return agreement(of: [consequence, alternative], doubting: cell.withoutValue)
      }
    case .match(let subject, let arms):
      let cell = read(subject)
      guard case .value(.enumeration(_, let index)) = cell.reading else {
        return agreement(of: arms.map(\.value), doubting: cell.withoutValue)
      }
      guard let arm = arms.first(where: { $0.cases.contains(index) }) else {
        return cell.withoutValue
      }
      return evaluate(arm.value)
    default: return Cell.misplacedAbsence
    }
  }

  /// Returns `left` and `right`, or `left` or `right`, by which truth decides it wherever it stands.
  private func junction(
    _ left: TermID, _ right: TermID, decidedBy decisive: Truth
  ) -> Cell {
    let first = read(left)
    let one = Answer(first.reading)
    if one.truth == decisive { return first }
    let second = read(right)
    let other = Answer(second.reading)
    if other.truth == decisive { return second }
    let answer = decisive == .false ? one.and(other) : one.or(other)
    // The first operand that leaves it open is the place to look at.
    let origin = one.truth == .unknown ? first.origin : second.origin ?? first.origin
    return answer.cell(at: origin)
  }

  /// Returns what all branches agree on, because `doubt` leaves open which of them is taken.
  private func agreement(of branches: [TermID], doubting doubt: Cell) -> Cell {
    let cells = branches.map { read($0) }
    let causes = cells.flatMap(\.reading.allCauses)
    if causes.isEmpty, let first = cells.first,
      cells.allSatisfy({ equality.compare(first.reading, $0.reading) == .yes })
    {
      return first
    }
    return Cell(
      .unknown((doubt.reading.causes + cells.flatMap(\.reading.causes)).distinct),
      origin: doubt.origin)
  }
}
