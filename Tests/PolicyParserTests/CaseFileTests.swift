import Testing

struct CaseFileTests {
  @Test(arguments: CaseFiles.all)
  func aCaseFileGivesExactlyTheDiagnosticsItNames(_ path: String) throws {
    let bytes = try CaseFiles.read(path)
    let file = PolicyFile(bytes, name: path)
    #expect(file.report == "")
  }
}
