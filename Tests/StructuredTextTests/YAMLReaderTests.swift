import Diagnostics
import SourceText
import StructuredText
import Testing

/// What is read from YAML, and where it stands.
struct YAMLReaderTests {
  @Test func everyKindHasItsAccessor() throws {
    let root = try parse(
      "a: 12\nb: true\nc: \"true\"\nd: [x, 'y']\ne: {k: -0.5}\nf:\ng: ~\nh: 2024-01-01\ni: '12'\n")
    #expect(root.mapping?.map { $0.key.string } == ["a", "b", "c", "d", "e", "f", "g", "h", "i"])
    #expect(root.member("a")?.integer == 12)
    #expect(root.member("a")?.string == "12")
    #expect(root.member("a")?.boolean == nil)
    #expect(root.member("b")?.boolean == true)
    #expect(root.member("c")?.boolean == nil)
    #expect(root.member("c")?.string == "true")
    #expect(root.member("d")?.sequence?.map(\.string) == ["x", "y"])
    #expect(root.member("e")?.member("k")?.double == -0.5)
    #expect(root.member("f")?.isNull == true)
    #expect(root.member("g")?.string == nil)
    #expect(root.member("h")?.string == "2024-01-01")
    #expect(root.member("i")?.integer == nil)
    #expect(root.member("z") == nil)
    #expect(root.scalar == nil && root.sequence == nil)
  }

  @Test(arguments: ["", "# 😀 é\n", "\u{FEFF}", "\u{FEFF}# é\r\n", "--- # é\n"])
  func rangesAreInBytesWhateverStandsBefore(_ prefix: String) throws {
    let text =
      prefix + "é😀: [ü, 'ö''']  # c\r\nlist:\r\n  - \"\\u00e9\"\r\n  - {k: v}\r\n\r\n# end\r\n"
    let file = SourceFile(name: "test.yaml", bytes: Array(text.utf8))
    let (node, diagnostics) = YAMLReader.parse(file, id: FileID(index: 0))
    #expect(diagnostics.isEmpty)
    func written(_ node: YAMLNode) -> String {
      file.text(in: Int(node.range.lower)..<Int(node.range.upper))
    }
    let root = try #require(node)
    let members = try #require(root.mapping)
    #expect(members.map { written($0.key) } == ["é😀", "list"])
    #expect(written(members[0].value) == "[ü, 'ö''']")
    #expect(members[0].value.sequence?.map(written) == ["ü", "'ö'''"])
    #expect(written(members[1].value) == "- \"\\u00e9\"\r\n  - {k: v}")
    #expect(members[1].value.sequence?.map(written) == ["\"\\u00e9\"", "{k: v}"])
    #expect(written(root).hasPrefix("é😀:") && written(root).hasSuffix("{k: v}"))
  }

  @Test func aBlockScalarEndsWithItsLastLine() throws {
    let text = "a: |\n  one\n\n  two  \n\n# c\nb: >-\n  x\n  y\n"
    let file = SourceFile(name: "test.yaml", bytes: Array(text.utf8))
    let root = try #require(YAMLReader.parse(file, id: FileID(index: 0)).0)
    let ranges = try #require(root.mapping).map {
      file.text(in: Int($0.value.range.lower)..<Int($0.value.range.upper))
    }
    #expect(ranges == ["|\n  one\n\n  two  ", ">-\n  x\n  y"])
    #expect(root.member("a")?.string == "one\n\ntwo  \n")
    #expect(root.member("b")?.string == "x y")
  }

  @Test func nestingIsAcceptedUpToItsLimit() throws {
    _ = try parse(String(repeating: "[", count: 64) + String(repeating: "]", count: 64))
    for text in [String(repeating: "[", count: 100_000), String(repeating: "- ", count: 100_000)] {
      let (node, diagnostics) = read(text)
      #expect(node == nil)
      #expect(diagnostics.elements.map(\.id) == [.yamlTooDeep])
    }
  }

  @Test(
    arguments: [
      ("a: [1", .yamlSyntax, nil), ("a: 1\n\tb: 2\n", .yamlSyntax, "\t"),
      ("a: \"\\q\"\n", .yamlSyntax, nil), ("%YAML 3.0\n---\na", .yamlSyntax, nil),
      ("a: 1\né: 2\na: 3\n", .yamlDuplicateKey, "a"),
      ("{a: 1, \"a\": 2}", .yamlDuplicateKey, "\"a\""),
      ("a: &x 1\n", .yamlAlias, "&x"), ("a: &x  # c\n  1\n", .yamlAlias, "&x"),
      ("é: *x\n", .yamlAlias, "*x"), ("&r [1]", .yamlAlias, "&r"),
      ("a: yes\n", .yamlAmbiguousScalar, "yes"), ("on: 1\n", .yamlAmbiguousScalar, "on"),
      ("é: [010]\n", .yamlAmbiguousScalar, "010"), ("a: 1:30", .yamlAmbiguousScalar, "1:30"),
      ("a: 1\n---\nb: 2\n", .yamlMultipleDocuments, "---"),
      ("---\n---\n", .yamlMultipleDocuments, "---"),
      ("a: !!str 1\n", .yamlTag, "!!str"), ("a: !x [1]\n", .yamlTag, "!x"),
      ("%TAG ! x:\n---\na: 1\n", .yamlTag, "%TAG"), ("[a]: 1", .yamlComplexKey, nil),
      ("? {a: 1}\n: 2", .yamlComplexKey, nil), ("", .yamlEmpty, ""), ("# c\n", .yamlEmpty, ""),
      ("---\n", .yamlEmpty, ""), ("\u{FEFF}", .yamlEmpty, ""),
      ("a: \u{1}b", .yamlControlCharacter, "\u{1}"),
      ("é: b\u{85}", .yamlControlCharacter, "\u{85}"),
      ("a\u{2028}b", .yamlControlCharacter, "\u{2028}"),
      ("a\u{7F}", .yamlControlCharacter, "\u{7F}"),
      ("a\u{FEFF}", .yamlControlCharacter, "\u{FEFF}"), ("a\0", .yamlControlCharacter, "\0"),
      ("a: \"x\u{202E}y\"", .bidirectionalControl, "\u{202E}"),
      ("é # \u{2066}", .bidirectionalControl, "\u{2066}"),
      ("a\u{200F}", .bidirectionalControl, "\u{200F}"),
    ] as [(String, DiagnosticID, String?)])
  func oneMistakeIsOneDiagnostic(_ text: String, _ id: DiagnosticID, _ place: String?) throws {
    let (_, diagnostics) = read(text)
    #expect(diagnostics.elements.map(\.id) == [id])
    let range = try #require(diagnostics.elements.first).primary
    let bytes = Array(text.utf8)
    #expect(Int(range.upper) <= bytes.count)
    if let place {
      let written = String(decoding: bytes[Int(range.lower)..<Int(range.upper)], as: UTF8.self)
      #expect(written.unicodeScalars.elementsEqual(place.unicodeScalars))
    }
  }

  @Test func bytesThatAreNotUTF8AreRefused() {
    for bytes in [[0x61, 0x3A, 0xFF], [0xFF, 0xFE, 0x61, 0]] as [[UInt8]] {
      let file = SourceFile(name: "test.yaml", bytes: bytes)
      let (node, diagnostics) = YAMLReader.parse(file, id: FileID(index: 0))
      #expect(node == nil)
      #expect(diagnostics.elements.map(\.id) == [.yamlNotUTF8])
    }
  }

  @Test(arguments: [
    "yess", "none", "0", "-1", "1.5", "0.5", "1:60", "1:3:", "::1", "2001:db8::",
    "10.0.0.0/8", "80:443", "0x", "true", "false", "null", "1e3", "-", "+", "a:1:30",
  ])
  func whatAllReadersReadAlikeIsNotAmbiguous(_ text: String) {
    #expect(!read("[\"k\", \(text)]").1.elements.contains { $0.id == .yamlAmbiguousScalar })
  }

  @Test(arguments: [
    "y", "N", "Off", "TRUE", "00", "-012", "0o17", "012345678901", "190:20:30", "1:2.5",
  ])
  func whatReadersReadDifferentlyIsAmbiguousUnlessQuoted(_ text: String) {
    #expect(read("[\(text)]").1.elements.map(\.id) == [.yamlAmbiguousScalar])
    #expect(read("['\(text)', \"\(text)\"]").1.isEmpty)
    #expect(read("|\n \(text)\n").1.isEmpty)
  }

  @Test func randomBytesNeverCrashAndKeepRangesInside() {
    var random = SplitMix(seed: 21)
    let parts = [
      "a", ": ", "\n", "  ", "- ", "[", "]", "{", "}", ",", "|", ">", "\"", "'", "\\", "&", "*",
      "!", "%", "#", "é", "😀", "\t", "? ", "---", "...", "\r", "yes", "~", "\u{85}", "|2-\n",
    ]
    for _ in 0..<20_000 {
      var text = ""
      for _ in 0..<Int.random(in: 0..<25, using: &random) {
        text += parts.randomElement(using: &random) ?? ""
      }
      let (node, diagnostics) = read(text)
      #expect(node != nil || diagnostics.containsError, "\(text.debugDescription)")
      for diagnostic in diagnostics.elements {
        #expect(Int(diagnostic.primary.upper) <= text.utf8.count)
      }
      if let node { expectNested(node, in: node.range, Array(text.utf8)) }
    }
  }

  private func expectNested(_ node: YAMLNode, in outer: SourceRange, _ bytes: [UInt8]) {
    #expect(outer.contains(node.range) && Int(node.range.upper) <= bytes.count)
    switch node.kind {
    case .scalar(let scalar):
      let offsets = scalar.sourceOffsets()
      #expect(offsets.count == scalar.text.utf8.count + 1)
      #expect(offsets == offsets.sorted())
      for (byte, offset) in zip(scalar.text.utf8, offsets) where byte > 0x20 {
        #expect(
          bytes[Int(offset)] == byte || bytes[Int(offset)] == UInt8(ascii: "\\"),
          "\(scalar.text.debugDescription) of \(String(decoding: bytes, as: UTF8.self).debugDescription)"
        )
      }
      #expect(offsets.allSatisfy { scalar.range.lower <= $0 && $0 <= scalar.range.upper })
    case .sequence(let elements):
      for element in elements { expectNested(element, in: node.range, bytes) }
    case .mapping(let members):
      for member in members {
        expectNested(member.key, in: node.range, bytes)
        expectNested(member.value, in: node.range, bytes)
      }
    }
  }

  private func read(_ text: String) -> (YAMLNode?, DiagnosticSet) {
    YAMLReader.parse(
      SourceFile(name: "test.yaml", bytes: Array(text.utf8)), id: FileID(index: 0))
  }

  private func parse(_ text: String) throws -> YAMLNode {
    let (node, diagnostics) = read(text)
    #expect(diagnostics.isEmpty)
    return try #require(node)
  }
}
