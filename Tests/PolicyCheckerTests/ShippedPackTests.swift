import Diagnostics
import PolicyChecker
import PolicyIR
import TestSupport
import Testing

@Suite struct ShippedPackTests {
  @Test func theShippedPacksHaveNothingToReport() throws {
    let packs = try ShippedPacks()
    #expect(packs.diagnostics.elements.count == 0, "\(packs.report)")
    #expect(!packs.program.rules.isEmpty)
    try packs.program.verify()
  }
}
