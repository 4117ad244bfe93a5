import ResourceModel
import TestSupport
import Testing

/// What follows when it is not sure which of several things a value refers to.
struct OpenReferenceTests {
  private typealias Kinds = [CauseKind]

  /// Returns why it is not known which versionings belong to the bucket at the 0-based index.
  private func doubts(_ setting: BucketSetting, of index: Int = 0) throws -> Kinds {
    try setting.cell(4, of: index).reading.causes.map(\.kind)
  }

  @Test func whatMayNameAnythingElseNamesNothingSurely() throws {
    var setting = BucketSetting()
    setting.raw.resource("bucket", ["name": "a"])
    setting.raw.resource("bucket", ["name": "b"])
    setting.raw.resource("versioning", ["bucket": .later(0, nil), "on": true])
    #expect(try doubts(setting, of: 0) == [.knownAfterApply])
    #expect(try doubts(setting, of: 1) == [.knownAfterApply])
  }

  @Test func whatIsGivenIsNotWhyAValueIsUnknown() throws {
    var setting = BucketSetting()
    setting.raw.resource("bucket", ["name": .later()])
    setting.raw.resource("bucket", ["name": "b"])
    let references = [Raw.reference(0), Raw.given]
    setting.raw.resource(
      "versioning", ["bucket": .unknown(references, isComputed: false), "on": true])
    #expect(try setting.cell(4, of: 0).reading == .value(.bool(true)))
    #expect(try setting.cell(4, of: 1).reading == .value(.bool(false)))
  }

  @Test func aKnownTextThatMayBeGivenNamesNothingSurelyByWhatItRefersTo() throws {
    var setting = BucketSetting()
    setting.raw.resource("bucket", ["name": "a"])
    setting.raw.resource("bucket", ["name": "b"])
    let references = [Raw.reference(0), Raw.given]
    setting.raw.resource("versioning", ["bucket": .known("b", references), "on": true])
    #expect(try doubts(setting, of: 0) == [.unresolvedReference])
    #expect(try setting.cell(4, of: 1).reading == .value(.bool(true)))
  }

  @Test func resourcesOfSeveralTypesAreOneChoice() throws {
    var setting = BucketSetting()
    setting.mapAdoptedBuckets()
    setting.raw.resource("bucket", ["name": "a"])
    setting.raw.resource("adopted_bucket", ["name": "b"])
    setting.raw.resource("versioning", ["bucket": .later(0, 1), "on": true])
    #expect(try doubts(setting, of: 0) == [.knownAfterApply])
    #expect(try doubts(setting, of: 1) == [.knownAfterApply])
  }

  @Test func whatPassesThroughAnUnknownTypeMayBeAnything() throws {
    var setting = BucketSetting()
    setting.raw.resource("bucket", ["name": "a"])
    setting.raw.resource("passage", ["output": .later()])
    setting.raw.resource("versioning", ["bucket": .later(1), "on": true])
    #expect(try doubts(setting) == [.knownAfterApply])
  }

  @Test func whatAKnownTypeChoosesNamesNothingThatIsMade() throws {
    var setting = BucketSetting()
    setting.raw.resource("bucket", ["name": "a"])
    setting.raw.resource("key", ["id": .later()])
    setting.raw.resource("versioning", ["bucket": .later(1), "on": true])
    #expect(try setting.cell(4).reading == .value(.bool(false)))
  }

  @Test func aDataSourceThatIsReadLaterMayGiveAnything() throws {
    var setting = BucketSetting()
    setting.map("data.key", to: setting.key) { _, _ in [] }
    setting.raw.resource("bucket", ["name": "a"])
    setting.raw.resource("data.key", ["id": .later()])
    setting.raw.resource("versioning", ["bucket": .later(1), "on": true])
    #expect(try doubts(setting) == [.knownAfterApply])
  }

  @Test func whatIsHandedOnMayNameWhatExists() throws {
    var setting = BucketSetting()
    setting.raw.resource("bucket", ["name": "a"], isNew: false)
    setting.raw.resource("bucket", ["name": "b"])
    setting.raw.resource("passage", ["output": .later()])
    setting.raw.resource("versioning", ["bucket": .later(2), "on": true])
    #expect(try doubts(setting, of: 0) == [.knownAfterApply])
    #expect(try doubts(setting, of: 1) == [.knownAfterApply])
  }

  @Test func whatIsOnlyKnownLaterNamesNothingThatExists() throws {
    var setting = BucketSetting()
    setting.raw.resource("bucket", ["name": "a"], isNew: false)
    setting.raw.resource("bucket", ["name": .later()])
    setting.raw.resource("bucket", ["name": .later()])
    setting.raw.resource("versioning", ["bucket": .later(0, 1), "on": true])
    setting.raw.resource("versioning", ["bucket": .later(1, nil), "on": true])
    #expect(try setting.cell(4, of: 0).reading == .value(.bool(false)))
    #expect(try doubts(setting, of: 1) == [.knownAfterApply, .knownAfterApply])
  }

  @Test func anEdgeThatMayLeadElsewhereLeadsNowhereSurely() throws {
    var setting = BucketSetting()
    setting.raw.resource("bucket", ["name": "a", "key": .later(1, nil)])
    setting.raw.resource("key", ["id": "k-1"])
    let known = Raw.known("k-1-suffix", [Raw.reference(1), Raw.given])
    setting.raw.resource("bucket", ["name": "b", "key": known])
    let sure = Raw.known("k-1-suffix", [Raw.reference(1)])
    setting.raw.resource("bucket", ["name": "c", "key": sure])
    let later = Raw.unknown([Raw.reference(1), Raw.given], isComputed: false)
    setting.raw.resource("bucket", ["name": "d", "key": later])
    #expect(try setting.cell(3, of: 0).reading.causes.map(\.kind) == [.unresolvedReference])
    #expect(try setting.cell(3, of: 1).reading.causes.map(\.kind) == [.unresolvedReference])
    #expect(try setting.cell(3, of: 2).reading == setting.keyRow(0))
    #expect(try setting.cell(3, of: 3).reading == setting.keyRow(0))
  }

  @Test func onlyProvidersOfWhichMappingsSpeakHaveAccounts() throws {
    var setting = BucketSetting()
    setting.map("cloud_key", to: setting.key) { _, _ in [] }
    setting.raw.resource("bucket", ["name": "a"], account: "1")
    setting.raw.resource("cloud_other", [:], account: "2")
    setting.raw.resource("random_name", [:], account: "random")
    setting.raw.resource("data.random_name", [:], account: "random")
    let graph = try setting.graph()
    #expect(graph.count(of: setting.account) == 2)
  }

  @Test func whatMayBeInOneAccountIsDoubtful() throws {
    func site(_ key: String, region: String) -> RawSite {
      let cause = Cause(.notCollected, "the account is not told")
      return RawSite(
        account: RawScope(unknown: key, because: cause), region: RawScope(name: region))
    }
    var setting = BucketSetting(keyScope: .account)
    setting.raw.resource("bucket", ["name": "a"], at: site("one", region: "eu-west-1"))
    setting.raw.resource(
      "versioning", ["bucket": "a", "on": true], at: site("two", region: "eu-west-1"))
    #expect(try doubts(setting) == [.unresolvedReference])

    setting = BucketSetting(keyScope: .region)
    setting.raw.resource("bucket", ["name": "a"], at: site("one", region: "eu-west-1"))
    setting.raw.resource(
      "versioning", ["bucket": "a", "on": true], at: site("two", region: "eu-west-2"))
    #expect(try setting.cell(4).reading == .value(.bool(false)))
    setting.raw.resource(
      "versioning", ["bucket": "a", "on": true], at: site("one", region: "eu-west-1"))
    #expect(try setting.cell(4).reading == .value(.bool(true)))
  }
}
