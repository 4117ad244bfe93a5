import Collectors
import DomainValues
import Foundation
import PolicyIR
import PolicyInterpreter
import ResourceModel
import SourceText
import TestSupport
import Testing

/// How the mappings of the shipped packs read plans.
struct ShippedMappingTests {
  /// Returns the graph that the packs make of a plan among the fixtures, and the notes.
  private static func map(_ plan: String) throws -> (ShippedPacks, ResourceGraph, [MappingNote]) {
    let packs = try ShippedPacks()
    let url = ShippedPacks.project.appending(path: "Tests/Fixtures/plans/\(plan).json")
    let file = SourceFile(name: plan, bytes: [UInt8](try Data(contentsOf: url)))
    var sources = SourceMap()
    let inventory = try TerraformPlanCollector.collect(file, id: sources.insert(file))
    let now = try Timestamp.parse("2026-01-01")
    let (graph, notes) = MappingEngine.map(inventory, program: packs.program, now: now)
    return (packs, graph, notes)
  }

  @Test func whatIsJoinedIsMapped() throws {
    let (_, _, notes) = try ShippedMappingTests.map("s3-split-resources")
    let isUnmapped = notes.contains { if case .unmapped = $0 { true } else { false } }
    #expect(!isUnmapped, "\(notes)")
  }

  @Test func aPlanShowsOnlySomeRegions() throws {
    let (packs, graph, _) = try ShippedMappingTests.map("ebs-default-encryption")
    for (index, type) in packs.program.schema.resources.enumerated() where type.container != nil {
      #expect(!graph.missing(of: ResourceTypeID(index: index)).isEmpty)
    }
  }
}
