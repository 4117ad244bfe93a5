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

/// What mappings make where most is known is what the interpreter makes of the same.
struct MappingAgreementTests {
  /// The plans of the project.
  private static let plans: [URL] = ["Tests/Fixtures/plans", "examples", "policies"]
    .flatMap { ShippedPacks.files(below: $0, extension: "json") }
    .sorted { $0.path < $1.path }

  /// The inventories of those of the plans that can be collected.
  private static let inventories: [(name: String, inventory: RawInventory)] = plans.compactMap {
    guard let data = try? Data(contentsOf: $0) else { return nil }
    let file = SourceFile(name: $0.lastPathComponent, bytes: [UInt8](data))
    var sources = SourceMap()
    let inventory = try? TerraformPlanCollector.collect(file, id: sources.insert(file))
    return inventory.map { (file.name, $0) }
  }

  private static let packs = Result { try ShippedPacks() }

  /// Expects that both ways of mapping `inventory` give the same, and returns how many cells that
  /// were compared are known and how many are not.
  private static func expectAgreement(
    on inventory: RawInventory, in packs: ShippedPacks, reads: AttributeReads? = nil,
    limits: Limits = .standard, _ name: String
  ) throws -> (known: Int, unknown: Int) {
    let program = packs.program
    let now = try Timestamp.parse("2026-01-01")
    let (graph, notes) = MappingEngine.map(
      inventory, program: program, now: now, reads: reads, limits: limits)
    let (wanted, others) = MappingEngine.map(
      inventory, program: program, now: now, reads: reads, limits: limits, isInterpreted: true)
    #expect(notes == others, "\(name)")
    var counts = (known: 0, unknown: 0)
    for (index, type) in program.schema.resources.enumerated() {
      let id = ResourceTypeID(index: index)
      #expect(graph.count(of: id) == wanted.count(of: id), "\(name): \(type.name)")
      guard graph.count(of: id) == wanted.count(of: id) else { continue }
      for row in 0..<graph.count(of: id) {
        let row = RowID(type: id, index: row)
        for (attribute, declaration) in type.attributes.enumerated() {
          let (found, expected) = (graph.cell(attribute, of: row), wanted.cell(attribute, of: row))
          if found.reading.causes.isEmpty { counts.known += 1 } else { counts.unknown += 1 }
          // Raw values that terms make are numbered in the order in which they are made.
          #expect(found == expected, "\(name): \(type.name).\(declaration.name) of \(row.index)")
        }
      }
    }
    return counts
  }

  @Test func plansAreMappedAlike() throws {
    let packs = try MappingAgreementTests.packs.get()
    var (known, unknown) = (0, 0)
    for (name, inventory) in MappingAgreementTests.inventories {
      let counts = try MappingAgreementTests.expectAgreement(on: inventory, in: packs, name)
      known += counts.known
      unknown += counts.unknown
    }
    #expect(known > 1000)
    #expect(unknown > 100)
  }

  /// Fields of structures that no rule reads are not made, and not in the graph either way.
  @Test func whatIsReadIsMappedAlike() throws {
    let packs = try MappingAgreementTests.packs.get()
    let rules = packs.program.rules.indices.map { RuleID(index: $0) }
    let reads = [rules, rules.filter { packs.program[$0].pack == "cis-aws-foundations" }]
      .map { packs.program.attributeReads(of: $0) }
    var (known, unknown) = (0, 0)
    for (index, (name, inventory)) in MappingAgreementTests.inventories.enumerated() {
      var breaker = InventoryBreaker(seed: 1)
      for reads in reads {
        // Half of them as they are.
        let inventory = index.isMultiple(of: 2) ? inventory : breaker.broken(inventory)
        let counts = try MappingAgreementTests.expectAgreement(
          on: inventory, in: packs, reads: reads, name)
        known += counts.known
        unknown += counts.unknown
      }
    }
    #expect(known > 1000)
    #expect(unknown > 100)
  }

  /// Terms take as many steps either way, so that a limit is met at the same place.
  @Test(arguments: [1, 3, 9, 21, 49, 120])
  func aLimitOfStepsIsMetAlike(steps: Int) throws {
    let packs = try MappingAgreementTests.packs.get()
    let limits = Limits(steps: steps, depth: Limits.standard.depth)
    var unknown = 0
    for (name, inventory) in MappingAgreementTests.inventories {
      unknown += try MappingAgreementTests.expectAgreement(
        on: inventory, in: packs, limits: limits, "\(name) in \(steps) steps"
      ).unknown
    }
    #expect(unknown > 100)
  }

  @Test(arguments: [1, 3, 7])
  func aLimitOfDepthIsMetAlike(depth: Int) throws {
    let packs = try MappingAgreementTests.packs.get()
    let limits = Limits(steps: Limits.standard.steps, depth: depth)
    for (name, inventory) in MappingAgreementTests.inventories {
      _ = try MappingAgreementTests.expectAgreement(
        on: inventory, in: packs, limits: limits, "\(name) \(depth) deep")
    }
  }

  /// Whatever becomes of some of the values.
  @Test(arguments: 1...4)
  func brokenPlansAreMappedAlike(seed: UInt64) throws {
    let packs = try MappingAgreementTests.packs.get()
    for (name, inventory) in MappingAgreementTests.inventories {
      var breaker = InventoryBreaker(seed: seed)
      _ = try MappingAgreementTests.expectAgreement(
        on: breaker.broken(inventory), in: packs, "\(name), seed \(seed)")
    }
  }
}
