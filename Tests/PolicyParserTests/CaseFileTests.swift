import Testing

/// The case files, each line of which says what is wrong with it.
struct CaseFileTests {
  @Test(arguments: CaseFiles.all)
  func aCaseFileGivesExactlyTheDiagnosticsItAnnounces(_ name: String) throws {
    let bytes = try CaseFiles.read(name)
    let file = PolicyFile(bytes, name: name, isYAML: name.hasSuffix(".yaml"))
    let announced = Expectation.announced(in: String(decoding: bytes, as: UTF8.self))
    #expect(Expectation.given(by: file) == announced, "\(file.report)")
  }

  @Test(arguments: CaseFiles.all)
  func aCaseFileObeysTheLaws(_ name: String) throws {
    let bytes = try CaseFiles.read(name)
    if name.hasSuffix(".yaml") {
      Laws.checkYAML(bytes)
    } else {
      Laws.check(bytes)
    }
  }

  @Test func thereAreCaseFiles() {
    #expect(CaseFiles.all.count >= 9)
  }
}
