import PolicyIR
import ResourceMapping
import ResourceModel
import TestSupport
import Testing

/// What is said of raw resources that are parts of others which the input does not show.
struct StrayTests {
  /// Returns the notes on what belongs to nothing, where all is read, or nothing is.
  private func notes(_ setting: BucketSetting, readsAll: Bool = true) throws -> [MappingNote] {
    let program = setting.sketch.program
    let reads = readsAll ? nil : program.attributeReads(of: [])
    let notes = MappingEngine.map(
      setting.raw.inventory, program: program, now: try Sketch.now, reads: reads
    ).1
    return notes.filter { if case .unattached = $0 { true } else { false } }
  }

  @Test func whatNamesSomethingElsewhereIsTold() throws {
    var setting = BucketSetting()
    setting.raw.resource("bucket", ["name": "a"])
    setting.raw.resource("versioning", ["bucket": "a", "on": true])
    setting.raw.resource("versioning", ["bucket": "elsewhere", "on": true])
    let one = MappingNote.unattached(
      type: "versioning", count: 1, address: "versioning.r2", text: "elsewhere")
    #expect(try notes(setting) == [one])
    #expect(one.isWarning && one.description.contains("`elsewhere`"))
    setting.raw.resource("versioning", ["bucket": "further", "on": true])
    #expect(
      try notes(setting) == [
        .unattached(type: "versioning", count: 2, address: "versioning.r2", text: "elsewhere")
      ])
  }

  @Test func itIsToldWhereNothingIsShownThatItCouldBelongTo() throws {
    var setting = BucketSetting()
    setting.raw.resource("versioning", ["bucket": "elsewhere", "on": true])
    #expect(try notes(setting).count == 1)
    // Where nobody wants to know of buckets, nothing is left unjudged.
    #expect(try notes(setting, readsAll: false).isEmpty)
  }

  @Test func whatMayBelongToSomethingShownIsNoStray() throws {
    var setting = BucketSetting()
    setting.raw.resource("bucket", ["name": .later()])
    setting.raw.resource("versioning", ["bucket": .later(0), "on": true])
    setting.raw.resource("versioning", ["bucket": .later(nil), "on": true])
    setting.raw.resource("versioning", ["bucket": .null, "on": true])
    setting.raw.resource("versioning", ["bucket": .known("x", [Raw.reference(0)]), "on": true])
    #expect(try notes(setting).isEmpty)
  }

  @Test func whatIsJudgedByItselfIsNoStray() throws {
    var setting = BucketSetting()
    setting.map("versioning", to: setting.key) { _, _ in [] }
    setting.raw.resource("bucket", ["name": "a"])
    setting.raw.resource("versioning", ["bucket": "elsewhere", "on": true])
    #expect(try notes(setting).isEmpty)
  }
}
