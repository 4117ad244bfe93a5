import Collectors
import DomainValues
import Foundation
import PolicyIR
import ResourceMapping
import ResourceModel
import SourceText
import TestSupport
import Testing

/// What is made of raw resources without the members that mappings do not read is what is made of the
/// whole ones.
struct RawProjectionTests {
  /// The plans of the project.
  private static let files: [SourceFile] = ["Tests/Fixtures/plans", "examples", "policies"]
    .flatMap { ShippedPacks.files(below: $0, extension: "json") }
    .compactMap { url in
      (try? Data(contentsOf: url)).map { SourceFile(name: url.path, bytes: [UInt8]($0)) }
    }

  /// The plans that can be read.
  private static let inputs: [(name: String, input: ReadInput)] = files.compactMap { file in
    let input = try? InputFormat.terraformPlan.read(file, id: FileID(index: 0))
    return input.map { (file.name, $0) }
  }

  private static let packs = Result { try ShippedPacks() }

  /// What rules read: all of them, and some alone.
  private static func choices(_ program: Program) -> [(name: String, reads: AttributeReads)] {
    let rules = program.rules.indices.map { RuleID(index: $0) }
    let single = rules.indices.filter { $0 % 24 == 0 }.map { index in
      (program.rules[index].name, program.attributeReads(of: [rules[index]]))
    }
    return [("all rules", program.attributeReads(of: rules))] + single
  }

  /// Returns `inventory` without the members of its resources that are not in `reads`, or are called
  /// `name`.
  private static func projected(
    _ inventory: RawInventory, _ reads: RawReads, without name: String? = nil
  ) -> RawInventory {
    var values = inventory.values
    let resources = inventory.resources.map { resource in
      let wanted = reads.members(of: resource.type)
      let members = values.members(of: resource.attributes).filter {
        wanted.contains($0.name) && $0.name != name
      }
      let attributes = values.insert(
        object: members, origin: values.origin(of: resource.attributes))
      return RawResource(
        type: resource.type, address: resource.address, attributes: attributes,
        origin: resource.origin, site: resource.site,
        isNew: resource.isNew)
    }
    return RawInventory(
      source: inventory.source, values: values, resources: resources, missing: inventory.missing,
      notes: inventory.notes)
  }

  /// Returns in how many cells the graphs made of both inventories differ, and how many cells are
  /// known.
  private static func compare(
    _ whole: RawInventory, _ part: RawInventory, _ program: Program, _ reads: AttributeReads,
    _ name: String
  ) throws -> (different: Int, known: Int) {
    let now = try Timestamp.parse("2026-01-01")
    let (wanted, others) = MappingEngine.map(whole, program: program, now: now, reads: reads)
    let (graph, notes) = MappingEngine.map(part, program: program, now: now, reads: reads)
    #expect(part.notes == whole.notes, "\(name)")
    var (different, known) = (notes == others ? 0 : 1, 0)
    for (index, type) in program.schema.resources.enumerated() {
      let id = ResourceTypeID(index: index)
      guard graph.count(of: id) == wanted.count(of: id) else {
        different += 1
        continue
      }
      for row in 0..<graph.count(of: id) {
        let row = RowID(type: id, index: row)
        if graph.provenance(of: row) != wanted.provenance(of: row) { different += 1 }
        for attribute in type.attributes.indices where reads.contains(attribute, of: id) {
          let (found, expected) = (graph.cell(attribute, of: row), wanted.cell(attribute, of: row))
          if found.reading.causes.isEmpty { known += 1 }
          if found != expected, !isSame(found, expected, graph.rawValues, wanted.rawValues) {
            different += 1
          }
        }
      }
    }
    return (different, known)
  }

  /// Returns whether both cells are the same `Json`, whose identity may differ.
  private static func isSame(
    _ one: Cell, _ other: Cell, _ values: RawValues, _ others: RawValues
  ) -> Bool {
    guard case .value(.json(let left)) = one.reading, case .value(.json(let right)) = other.reading
    else { return false }
    return one.origin == other.origin && text(left, values) == text(right, others)
  }

  private static func text(_ id: RawValueID, _ values: RawValues) -> String {
    let members = values.members(of: id).map { "\($0.name): \(text($0.value, values))" }
    return "\(values[id]) \(String(describing: values.origin(of: id))) \(members)"
  }

  @Test func plansAreMappedAlike() throws {
    let program = try RawProjectionTests.packs.get().program
    var (known, leftOut) = (0, 0)
    for (choice, reads) in RawProjectionTests.choices(program) {
      for (name, input) in RawProjectionTests.inputs {
        let raw = RawReader.reads(
          of: program, from: input.sourceName, types: input.rawTypes, for: reads)
        let (whole, part) = (try input.inventory(.everything), try input.inventory(raw))
        let name = "\(name), \(choice)"
        let result = try RawProjectionTests.compare(whole, part, program, reads, name)
        #expect(result.different == 0, "\(name)")
        known += result.known
        leftOut += whole.values.count - part.values.count
      }
    }
    #expect(known > 1000)
    #expect(leftOut > 1000)
  }

  /// Whatever becomes of some of the values, and however they are marked.
  @Test(arguments: 1...2)
  func brokenPlansAreMappedAlike(seed: UInt64) throws {
    let program = try RawProjectionTests.packs.get().program
    let choices = RawProjectionTests.choices(program)
    for (index, (name, input)) in RawProjectionTests.inputs.enumerated() {
      var breaker = InventoryBreaker(seed: seed)
      let whole = breaker.broken(try input.inventory(.everything))
      for (choice, reads) in [choices[0], choices[1 + index % (choices.count - 1)]] {
        let raw = RawReader.reads(
          of: program, from: input.sourceName, types: input.rawTypes, for: reads)
        let name = "\(name), \(choice), seed \(seed)"
        let part = RawProjectionTests.projected(whole, raw)
        let result = try RawProjectionTests.compare(whole, part, program, reads, name)
        #expect(result.different == 0, "\(name)")
      }
    }
  }

  /// The comparison notices when a member is left out that is read.
  @Test(arguments: ["bucket", "ingress"])
  func whatIsReadMakesADifference(name: String) throws {
    let program = try RawProjectionTests.packs.get().program
    let (_, reads) = RawProjectionTests.choices(program)[0]
    var different = 0
    for (file, input) in RawProjectionTests.inputs {
      let whole = try input.inventory(.everything)
      let raw = RawReader.reads(
        of: program, from: input.sourceName, types: input.rawTypes, for: reads)
      let part = RawProjectionTests.projected(whole, raw, without: name)
      different += try RawProjectionTests.compare(whole, part, program, reads, file).different
    }
    #expect(different > 0)
  }
}
