import DomainValues
import TestSupport
import Testing

struct TextTests {
  @Test func arnsHaveParts() throws {
    let user = try Arn.parse("arn:aws:iam::123456789012:user/team/kim")
    #expect(user.service == "iam")
    #expect(user.region.isEmpty)
    #expect(user.account == "123456789012")
    #expect(user.resourceType == "user")
    #expect(user.resourceID == "team/kim")
    #expect(user.description == "arn:aws:iam::123456789012:user/team/kim")
    let group = try Arn.parse("arn:aws-cn:logs:cn-north-1:123456789012:log-group:trail:*")
    #expect(group.resourceType == "log-group")
    #expect(group.resourceID == "trail:*")
    let bucket = try Arn.parse("arn:aws:s3:::logs")
    #expect(bucket.resourceType == nil)
    #expect(bucket.resourceID == "logs")
  }

  @Test(arguments: [
    "", "arn", "arn:aws:s3", "arn:aws:s3:::", "arn::s3:::x", "urn:aws:s3:::x",
    "arn:aws:s3:::a b", "arn:aws::::x",
  ])
  func textsThatAreNoARN(text: String) {
    #expect(throws: ValueError.self) { try Arn.parse(text) }
  }

  @Test func literalsAreToldApartAsTheAutomatonDoes() {
    // Prefixes, repetitions, letters beyond ASCII, and none at all.
    let lists: [[String]] = [
      [], ["a"], ["b", "a", "ab", "a", "aa"], ["CreateTrail", "DeleteTrail", "Create", "é", "ü"],
      ["xyz", "x", "xy", "0", "zz", "ZZ"],
    ]
    for list in lists {
      let globs = list.map { Glob($0) }
      #expect(GlobSignatures.ofLiterals(globs) == GlobSignatures.all(of: globs), "\(list)")
    }
    for pattern in ["", "a*", "?", "*"] {
      #expect(GlobSignatures.ofLiterals([Glob("a"), Glob(pattern)]) == nil)
    }
  }

  @Test func globsMatchAsBacktrackingDoes() {
    func naive(_ pattern: Substring, _ text: Substring) -> Bool {
      guard let first = pattern.first else { return text.isEmpty }
      if first == "*" {
        return naive(pattern.dropFirst(), text)
          || (!text.isEmpty && naive(pattern, text.dropFirst()))
      }
      guard let letter = text.first, first == "?" || first == letter else { return false }
      return naive(pattern.dropFirst(), text.dropFirst())
    }
    var random = SeededRandom(seed: 4)
    for _ in 0..<5000 {
      let pattern = random.text(of: "ab*?", upTo: 7)
      let text = random.text(of: "ab", upTo: 8)
      #expect(Glob(pattern).matches(text) == naive(pattern[...], text[...]), "\(pattern) \(text)")
    }
  }

  /// Inclusion and overlap against all texts up to a length that tells such short patterns apart.
  @Test func globRelationsAgreeWithEnumeration() {
    var texts = [""]
    var layer = [""]
    for _ in 0..<6 {
      layer = layer.flatMap { text in ["a", "b", "c"].map { text + $0 } }
      texts += layer
    }
    var random = SeededRandom(seed: 5)
    for _ in 0..<150 {
      let left = Glob(random.text(of: "ab*?", upTo: 4))
      let right = Glob(random.text(of: "ab*?", upTo: 4))
      let covers = texts.allSatisfy { !right.matches($0) || left.matches($0) }
      let meets = texts.contains { right.matches($0) && left.matches($0) }
      #expect(left.covers(right) == Truth(covers), "\(left) \(right)")
      #expect(left.meets(right) == Truth(meets), "\(left) \(right)")
    }
  }

  @Test func aWitnessIsOneOfTheShortestTextsThatAPatternMatches() {
    #expect(Glob("s3:*").witness == "s3:")
    #expect(Glob("arn:${*}?*").witness == "arn:*x")
    #expect(Glob("*").witness == "")
    var random = SeededRandom(seed: 6)
    for _ in 0..<200 {
      let glob = Glob(random.text(of: "ab*?é", upTo: 6))
      #expect(glob.matches(glob.witness), "\(glob)")
      #expect(glob.witness.unicodeScalars.count == glob.tokens.count { $0 != .any }, "\(glob)")
    }
  }

  @Test func hostileGlobsEnd() {
    let stars = Glob(String(repeating: "a*", count: 200) + "b")
    #expect(!stars.matches(String(repeating: "a", count: 5000)))
    let questions = Glob("*a" + String(repeating: "?", count: 40))
    #expect(questions.covers(Glob("*" + String(repeating: "?", count: 41))) != .true)
  }

  @Test func globsEscapeAndFoldCase() {
    #expect(Glob("a${*}b").matches("a*b"))
    #expect(!Glob("a${*}b").matches("axb"))
    #expect(Glob("a${*}b${$}{").description == "a${*}b${$}{")
    #expect(Glob("s3:Get*", isCaseInsensitive: true).matches("S3:GETOBJECT"))
    #expect(!Glob("s3:Get*").matches("s3:getObject"))
    #expect(Glob("é?").matches("éx"))
  }

  @Test func regexesSearchAndStop() throws {
    let cache = RegexCache()
    let owner = try RegexPattern.parse(#"^[a-z.]+@acme\.example$"#)
    #expect(cache.matches(owner, in: "kim@acme.example") == .true)
    #expect(cache.matches(owner, in: "Kim@acme.example") == .false)
    #expect(cache.matches(try RegexPattern.parse("b"), in: "abc") == .true)
    #expect(cache.matches(try RegexPattern.parse(""), in: "") == .true)
    #expect(cache.matches(try RegexPattern.parse("B", isCaseInsensitive: true), in: "abc") == .true)
    let catastrophe = try RegexPattern.parse("^(a|a?)+$")
    #expect(cache.matches(catastrophe, in: String(repeating: "a", count: 60) + "b") == .unknown)
    #expect(cache.matches(try RegexPattern.parse("\\x{1F600}"), in: "x😀") == .true)
  }

  @Test(arguments: [
    ("(", 1), ("a[", 2), ("*a", 0), ("\\C", 2), (String(repeating: "(", count: 400), 251),
  ])
  func textsThatAreNoRegex(text: String, offset: Int) {
    do {
      _ = try RegexPattern.parse(text)
      Issue.record("\(text) was accepted")
    } catch {
      guard case .malformedRegex(let found, let reason) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(found == offset)
      #expect(!reason.isEmpty)
    }
  }

  @Test func regexesPrintAsLiterals() throws {
    #expect(try RegexPattern.parse("a/b\\/c").description == #"/a\/b\/c/"#)
  }

  @Test(arguments: [
    "arn:aws:iam::1:user/a", "arn:aws:s3:::b", "arn:aws:s3:::", "arn:aws:s3::", "arn::s3:::b",
    "arn:aws::::b", "arn:aws:s3:::b:c:d", "ARN:aws:s3:::b", "arn", "", "arn:", "xarn:aws:s3:::b",
    "arn:aws:s3:::b c", "arn:aws:s3:::b\u{7F}", "arn:aws:s3:r:1:é", ":arn:aws:s3:::b",
    "arn:a:b:c:d:e",
    "arn:a:b:c:d", "arn:aws:s3:\t::b", "arn:aws:iam::1:user/e\u{301}", "arn:aws:iam::1:\u{301}",
    "arn:aws:\u{301}:::b", "arn:aws:s3:::", "arn:aws:s3:::\u{212A}",
  ])
  func whetherATextIsAnARNIsToldWithoutItsParts(_ text: String) {
    #expect(Arn.isWritten(by: Array(text.utf8).span) == ((try? Arn.parse(text)) != nil))
  }
}
