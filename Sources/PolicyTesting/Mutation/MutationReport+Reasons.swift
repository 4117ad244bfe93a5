package import PolicyIR
package import SourceText

extension MutationReport {
  /// Returns the report with the reasons of `accepted` at the survivors that they are about, and
  /// with what is wrong with those reasons.
  ///
  /// A reason is about one mutant, so that it cannot hide another.
  package func explained(by accepted: [AcceptedSurvivor], sources: SourceMap) -> MutationReport {
    var report = self
    for survivor in accepted where !survivor.isAboutCoverage {
      let fitting = innermost(
        results.indices.filter { fits(survivor, results[$0].mutant, sources) })
      let place = sources.location(of: survivor.range)
      let subject = "\(place): `\(survivor.owner)`, \(survivor.change)"
      guard let index = fitting.first else {
        if isComplete { report.problems.append("\(subject): there is no such change") }
        continue
      }
      if fitting.count > 1 {
        report.problems.append(
          "\(subject): this is true of \(fitting.count) changes; add `at` with a part of the line")
        continue
      }
      switch results[index].fate {
      case .survived, .untested: report.results[index].reason = survivor.reason
      case .killed(let name):
        report.problems.append(
          "\(subject): no reason is needed, the case “\(OneLine.text(name))” notices it")
      case .timedOut:
        report.problems.append("\(subject): no reason is needed, it takes too many steps")
      case .untried: continue
      }
    }
    return report
  }

  /// Returns those of the results at `indices` that are about nothing that another of them is inside
  /// of: a part of the text names the smallest change that holds it.
  private func innermost(_ indices: [Int]) -> [Int] {
    indices.filter { index in
      let range = results[index].mutant.edit.range
      return !indices.contains { other in
        let inner = results[other].mutant.edit.range
        return inner != range && range.contains(inner)
      }
    }
  }

  private func fits(
    _ survivor: AcceptedSurvivor, _ mutant: Mutant, _ sources: SourceMap
  ) -> Bool {
    guard mutant.summary == survivor.change, mutant.owner(in: program) == survivor.owner else {
      return false
    }
    guard let place = survivor.place else { return true }
    let before = mutant.edit.difference(in: sources).before.joined(separator: " ")
    return TestFilter.holds(before, OneLine.text(place))
  }
}

extension Mutant {
  /// Returns the name of the rule or function that is changed.
  package func owner(in program: Program) -> String {
    switch place {
    case .rule(let id): program[id].name
    case .function(let id): program[id].name
    }
  }
}
