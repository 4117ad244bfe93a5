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
      let fitting = innermost(fitting(survivor, sources))
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

  /// Returns the indices of the results that `survivor` is about: those on lines that hold its place,
  /// else those in conditions and values that do, which the formatter may have broken into lines.
  private func fitting(_ survivor: AcceptedSurvivor, _ sources: SourceMap) -> [Int] {
    let changes = results.indices.filter {
      let mutant = results[$0].mutant
      return mutant.summary == survivor.change && mutant.owner(in: program) == survivor.owner
    }
    guard let place = survivor.place else { return changes }
    let onLines = changes.filter {
      let lines = results[$0].mutant.edit.difference(in: sources).before
      return TestFilter.holds(lines.joined(separator: " "), unbroken: place)
    }
    if !onLines.isEmpty { return onLines }
    return changes.filter {
      TestFilter.holds(sources.text(in: whole(results[$0].mutant)), unbroken: place)
    }
  }

  /// Returns where the condition or value is that is changed.
  private func whole(_ mutant: Mutant) -> SourceRange {
    let terms: [TermID] =
      switch mutant.place {
      case .rule(let id): program[id].steps.flatMap(\.terms)
      case .function(let id): [program[id].body]
      }
    let change = mutant.edit.range
    return terms.map { program.range(of: $0) }.first { $0.contains(change) } ?? change
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
