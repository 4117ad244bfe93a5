import Collectors
import DomainValues
import Foundation
import PolicyIR
import PolicyInterpreter
import ResourceMapping
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

  /// Mapping only what some rules read changes nothing of what they say, and leaves out the rest.
  @Test func whatNoRuleReadsIsNotMapped() throws {
    let packs = try ShippedPacks()
    let program = packs.program
    let url = ShippedPacks.project.appending(path: "examples/quickstart/plan.json")
    let file = SourceFile(name: "plan.json", bytes: [UInt8](try Data(contentsOf: url)))
    var sources = SourceMap()
    let inventory = try TerraformPlanCollector.collect(file, id: sources.insert(file))
    let now = try Timestamp.parse("2026-01-01")
    let (whole, notes) = MappingEngine.map(inventory, program: program, now: now)
    var (decided, leftOut) = (0, 0)
    for index in stride(from: 0, to: program.rules.count, by: 5) {
      let rule = RuleID(index: index)
      let reads = program.attributeReads(of: [rule])
      let (part, others) = MappingEngine.map(
        inventory, program: program, now: now, reads: reads)
      // What is not known of nodes that nobody looks at is not told.
      let isRead = { (note: MappingNote) in
        guard case .undecided(_, let name, _, _) = note else { return true }
        return program.schema.resource(named: name).map { reads.contains($0) } ?? false
      }
      #expect(others.filter(isRead) == notes.filter(isRead))
      let expected = Evaluation(program: program, graph: whole, now: now)
        .evaluate(rule, parameters: [:])
      let found = Evaluation(program: program, graph: part, now: now)
        .evaluate(rule, parameters: [:])
      #expect(found == expected, "\(program[rule].name)")
      decided += 1
      for (type, declaration) in program.schema.resources.enumerated() {
        let id = ResourceTypeID(index: type)
        if reads.contains(id) || declaration.container != nil {
          #expect(part.count(of: id) == whole.count(of: id), "\(declaration.name)")
        } else if part.count(of: id) < whole.count(of: id) {
          leftOut += 1
        }
        // Accounts and regions have keys of their own without a mapping.
        guard part.count(of: id) > 0, declaration.container == nil else { continue }
        for (attribute, each) in declaration.attributes.enumerated()
        where each.inverse == nil && !reads.contains(attribute, of: id) {
          let reading = part.cell(attribute, of: RowID(type: id, index: 0)).reading
          let isContainer = if case .value(.resource) = reading { true } else { false }
          #expect(isContainer || reading.causes.map(\.kind) == [.notCollected])
        }
      }
    }
    #expect(decided > 10)
    #expect(leftOut > 10)
  }

  /// Neither does it where structures keep only the fields that are read.
  @Test func whatIsLeftOutOfStructuresChangesNothing() throws {
    let packs = try ShippedPacks()
    let program = packs.program
    let now = try Timestamp.parse("2026-01-01")
    let selected = program.rules.indices.map { RuleID(index: $0) }
      .filter { program[$0].pack == "cis-aws-foundations" }
    let reads = program.attributeReads(of: selected)
    let partial = program.schema.structures.indices.filter { index in
      let fields = program.schema.structures[index].attributes.indices
        .map { reads.contains($0, of: StructureID(index: index)) }
      return fields.contains(true) && fields.contains(false)
    }
    #expect(!partial.isEmpty)
    var findings = 0
    for url in ShippedPacks.files(below: "policies", extension: "json") {
      let file = SourceFile(name: url.lastPathComponent, bytes: [UInt8](try Data(contentsOf: url)))
      var sources = SourceMap()
      guard
        let inventory = try? TerraformPlanCollector.collect(file, id: sources.insert(file))
      else { continue }
      let whole = MappingEngine.map(inventory, program: program, now: now).0
      let part = MappingEngine.map(inventory, program: program, now: now, reads: reads).0
      for rule in selected {
        let expected = Evaluation(program: program, graph: whole, now: now)
          .evaluate(rule, parameters: [:])
        let found = Evaluation(program: program, graph: part, now: now)
          .evaluate(rule, parameters: [:])
        #expect(found == expected, "\(file.name): \(program[rule].name)")
        findings += expected.subjects.count
      }
    }
    #expect(findings > 100)
  }
}
