package import PolicyIR
package import SourceText

extension AcceptedSurvivor {
  /// Whether it speaks of a goal that no case reaches, and not of a change.
  package var isAboutCoverage: Bool {
    CoverageGoal.allCases.contains { $0.kind != .outcomes && $0.complaint == change }
  }
}

extension CoverageReport {
  /// Returns the report with the reasons of `accepted` at the goals that they are about, and with
  /// what is wrong with those reasons, if all cases were run.
  package func explained(
    by accepted: [AcceptedSurvivor], sources: SourceMap, isComplete: Bool
  ) -> CoverageReport {
    var report = self
    for survivor in accepted where survivor.isAboutCoverage {
      let fitting = declarations.indices.flatMap { index -> [(Int, Int)] in
        guard declarations[index].name == survivor.owner else { return [] }
        return declarations[index].marks.indices
          .filter { fits(survivor, declarations[index].marks[$0], sources) }.map { (index, $0) }
      }
      let subject =
        "\(sources.location(of: survivor.range)): `\(survivor.owner)`, \(survivor.change)"
      let open = fitting.filter { !declarations[$0.0].marks[$0.1].isMet }
      if open.count > 1 {
        report.problems.append(
          "\(subject): this is true of \(open.count) places; add `at` with a part of the line")
      } else if let (declaration, mark) = open.first {
        report.declarations[declaration].marks[mark].reason = survivor.reason
      } else if isComplete {
        report.problems.append(
          fitting.isEmpty
            ? "\(subject): there is no such place" : "\(subject): no reason is needed, a case does")
      }
    }
    return report
  }

  private func fits(_ survivor: AcceptedSurvivor, _ mark: Mark, _ sources: SourceMap) -> Bool {
    guard mark.goal.kind != .outcomes, mark.goal.complaint == survivor.change else { return false }
    guard let place = survivor.place else { return true }
    return TestFilter.holds(sources.text(in: mark.range), unbroken: place)
  }
}
