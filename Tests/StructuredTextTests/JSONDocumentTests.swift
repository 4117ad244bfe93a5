import SourceText
import StructuredText
import Testing

/// What a document says of its values.
struct JSONDocumentTests {
  @Test func everyKindHasItsAccessor() throws {
    let document = try parse(
      #"{"n":null,"b":true,"i":-42,"d":2.5,"s":"a\nb","a":[1,2],"o":{"k":0}}"#)
    let members = Array(document.members(of: document.root))
    #expect(members.map(\.key) == ["n", "b", "i", "d", "s", "a", "o"])
    #expect(
      members.map { document.kind(of: $0.value) }
        == [.null, .bool, .number, .number, .string, .array, .object])
    #expect(document.isNull(members[0].value))
    #expect(document.boolean(members[1].value) == true)
    #expect(document.integer(members[2].value) == -42)
    #expect(document.double(members[3].value) == 2.5)
    #expect(document.integer(members[3].value) == nil)
    #expect(document.string(members[4].value) == "a\nb")
    #expect(document.elements(of: members[5].value).map { document.integer($0) } == [1, 2])
    #expect(document.elements(of: members[6].value).isEmpty)
    #expect(document.members(of: members[5].value).isEmpty)
    #expect(document.members(of: members[6].value).first?.key == "k")
    #expect(document.elements(of: members[0].value).count == 0)
  }

  @Test func aMemberIsFoundByItsDecodedKey() throws {
    let document = try parse(#"{"x":{"a":1},"\u0061b":2,"":3,"é":4}"#)
    let values = ["ab", "", "é", "a", "e\u{301}"].map { key in
      document.member(key, of: document.root).flatMap { document.integer($0) }
    }
    #expect(values == [2, 3, 4, nil, nil])
    let inner = try #require(document.member("x", of: document.root))
    #expect(document.member("a", of: inner) != nil)
    let number = try #require(document.member("a", of: inner))
    #expect(document.member("a", of: number) == nil)
  }

  @Test func aMemberIsFoundByTheKeyOfAnother() throws {
    let document = try parse(
      #"{"here":{"a":1,"\u0061b":2,"":3,"é":4,"k":5},"there":{"ab":6,"é":7,"":8,"e\u0301":9}}"#)
    let here = try #require(document.member("here", of: document.root))
    let there = try #require(document.member("there", of: document.root))
    let keys = document.children(of: here)
    #expect(keys.map { document.string($0) } == ["a", "ab", "", "é", "k"])
    #expect(keys.map { document.integer(document.value(of: $0)) } == [1, 2, 3, 4, 5])
    let found = keys.map { key in
      document.member(like: key, of: there).flatMap { document.integer($0) }
    }
    #expect(found == [nil, 6, 8, 7, nil])
    #expect(document.member(like: keys[0], of: document.value(of: keys[0])) == nil)
  }

  @Test func childrenAreElementsOrKeys() throws {
    let document = try parse(#"[[1,[2,3],{"x":4}],{"k":[5,6],"l":7},8,[],{}]"#)
    let outer = document.children(of: document.root)
    #expect(outer == Array(document.elements(of: document.root)))
    #expect(document.children(of: outer[0]) == Array(document.elements(of: outer[0])))
    #expect(document.children(of: outer[1]).map { document.string($0) } == ["k", "l"])
    for index in 2..<5 { #expect(document.children(of: outer[index]).isEmpty) }
  }

  @Test(arguments: [
    ("9223372036854775807", 9_223_372_036_854_775_807 as Int64?),
    ("-9223372036854775808", Int64.min), ("9223372036854775808", nil), ("-0", 0), ("1.0", 1),
    ("1e3", 1000), ("1.50e1", 15), ("120e-1", 12), ("125e-1", nil), ("0e999999999999999999999", 0),
    ("1e999999999999999999999", nil), ("1e-999999999999999999999", nil), ("0.000", 0),
    ("1000000000000000000000e-3", 1_000_000_000_000_000_000),
    ("0.00000000000000000000000000001e29", 1),
  ])
  func anIntegerIsExact(_ text: String, _ expected: Int64?) throws {
    let document = try parse(text)
    #expect(document.integer(document.root) == expected)
    #expect(document.numberText(document.root) == text)
  }

  @Test func aNumberBeyondADoubleIsNone() throws {
    let document = try parse("1e400")
    #expect(document.double(document.root) == nil)
  }

  @Test func escapesAreUndone() throws {
    let document = try parse(#""\"\\\/\b\f\n\r\t\u00e9\uD83D\uDE00\u0000é""#)
    #expect(document.string(document.root) == "\"\\/\u{8}\u{C}\n\r\té😀\0é")
  }

  @Test func rangesCoverTheTextOfTheValueAndNest() throws {
    let text = #" {"é😀" : [ 10 , "x\"y" , {} ] } "#
    let file = SourceFile(name: "test.json", bytes: Array(text.utf8))
    let document = try JSONDocument.parse(file, id: FileID(index: 3))
    func written(_ range: SourceRange) -> String {
      file.text(in: Int(range.lower)..<Int(range.upper))
    }
    let member = try #require(document.members(of: document.root).first)
    #expect(written(document.range(of: document.root)) == #"{"é😀" : [ 10 , "x\"y" , {} ] }"#)
    #expect(written(member.keyRange) == #""é😀""#)
    let elements = document.elements(of: member.value)
    #expect(elements.map { written(document.range(of: $0)) } == ["10", #""x\"y""#, "{}"])
    for element in elements {
      #expect(document.range(of: member.value).contains(document.range(of: element)))
    }
    #expect(document.range(of: member.value).file == FileID(index: 3))
  }

  @Test func aBaseOffsetMovesRangesAndErrors() throws {
    let bytes = Array("[1]".utf8)
    let document = try JSONDocument.parse(bytes: bytes, file: FileID(index: 0), baseOffset: 100)
    #expect(document.range(of: document.root).lower == 100)
    let error = #expect(throws: JSONError.self) {
      try JSONDocument.parse(bytes: Array("[x]".utf8), file: FileID(index: 0), baseOffset: 100)
    }
    #expect(error?.range.lower == 101)
    let late = #expect(throws: JSONError.self) {
      try JSONDocument.parse(bytes: bytes, file: FileID(index: 0), baseOffset: UInt32.max)
    }
    #expect(late?.kind == .tooLarge)
  }

  private func parse(_ text: String) throws -> JSONDocument {
    try JSONDocument.parse(bytes: Array(text.utf8), file: FileID(index: 0))
  }
}
