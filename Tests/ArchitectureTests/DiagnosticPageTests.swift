import Diagnostics
import Foundation
import TestSupport
import Testing

/// Every diagnostic has a page and a case that gives it, and no page is without a diagnostic.
@Suite struct DiagnosticPageTests {
  @Test(arguments: DiagnosticID.allCases)
  func aDiagnosticHasAPage(_ id: DiagnosticID) throws {
    let page = try #require(ProjectFiles.text("docs/diagnostics/\(id.rawValue).md"))
    #expect(page.hasPrefix("# \(id.rawValue)\n"))
    for section in ["\n## Meaning\n", "\n## Example\n", "\n## Fix\n"] {
      #expect(page.contains(section), "\(id.rawValue) has no\(section)")
    }
  }

  @Test func noPageIsWithoutADiagnostic() {
    let pages = ShippedPacks.files(below: "docs/diagnostics", extension: "md")
      .map { $0.deletingPathExtension().lastPathComponent }
    #expect(Set(pages).subtracting(DiagnosticID.allCases.map(\.rawValue)) == [])
  }

  @Test func everyDiagnosticIsGivenByATest() throws {
    var text = ""
    for ending in ["swift", "cispol", "yaml"] {
      for file in ShippedPacks.files(below: "Tests", extension: ending) {
        text += (try? String(contentsOf: file, encoding: .utf8)) ?? ""
      }
    }
    let missing = DiagnosticID.allCases.filter { id in
      !text.contains(id.rawValue) && !text.contains(".\(id)")
    }
    #expect(missing.map(\.rawValue) == [])
  }
}
