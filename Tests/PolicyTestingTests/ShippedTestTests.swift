import Collectors
import Diagnostics
import DomainValues
import Foundation
import PolicyIR
import PolicyTesting
import ResourceModel
import SourceText
import StructuredText
import TestSupport
import Testing

@Suite struct ShippedTestTests {
  @Test func everyCaseOfTheShippedPacksPasses() throws {
    let packs = try ShippedPacks()
    #expect(!packs.diagnostics.containsError, "\(packs.report)")
    let sources = packs.sources
    let runner = TestRunner(
      program: packs.program, defaultInstant: try Timestamp.parse("2026-01-01")
    ) { format, path, place in
      let folder = URL(filePath: sources[place.file].name).deletingLastPathComponent()
      let url = folder.appending(path: path)
      guard format == "terraform", let data = try? Data(contentsOf: url) else {
        return .problem("cannot read `\(url.path)` as \(format)")
      }
      var sources = SourceMap()
      do {
        let file = SourceFile(name: path, bytes: try TextDecoding.utf8(from: [UInt8](data)))
        return .inventory(
          try TerraformPlanCollector.collect(file, id: sources.insert(file)))
      } catch {
        return .problem("\(error)")
      }
    }
    var count = 0
    var report: [String] = []
    for test in packs.program.tests {
      for result in runner.run(test) {
        count += 1
        for failure in result.failures {
          let rule = packs.program[test.rule].name
          report.append(
            "\(sources.location(of: failure.range)) \(rule) “\(result.name)”: \(failure.message)")
          report += failure.actual.map { "    \($0)" }
        }
      }
    }
    #expect(report.isEmpty, "\(report.joined(separator: "\n"))")
    #expect(count > 0)
  }
}
