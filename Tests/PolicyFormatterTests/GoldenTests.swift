import Testing

struct GoldenTests {
  @Test(arguments: CaseFiles.all)
  func aCaseHasItsCanonicalForm(_ name: String) throws {
    let folder = "Tests/PolicyFormatterTests/Cases"
    let formatting = Formatting(try CaseFiles.read("\(folder)/\(name).cispol"))
    let golden = try CaseFiles.read("\(folder)/\(name).formatted")
    #expect(formatting.text == String(decoding: golden, as: UTF8.self))
    #expect(Formatting(golden).isUnchanged)
  }

  @Test(arguments: CaseFiles.shipped)
  func aShippedPolicyHasACanonicalForm(_ path: String) throws {
    let formatting = Formatting(try CaseFiles.read(path))
    #expect(formatting.isSound, "\(formatting.text)")
    #expect(Formatting(formatting.text).isUnchanged)
  }

  @Test(arguments: CaseFiles.shipped)
  func noLineIsTooLongButForATokenThatIs(_ path: String) throws {
    let formatting = Formatting(try CaseFiles.read(path))
    for line in formatting.text.split(separator: "\n") where line.count > 100 {
      let isToken = line.contains("\"") || line.contains("'") || line.contains("//")
      #expect(isToken, "\(line)")
      #expect(line.last != " ")
    }
  }
}
