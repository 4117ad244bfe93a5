import SourceText
import StructuredText
import Testing

/// Members that are looked for by names that are known beforehand.
struct JSONFormTests {
  private func parse(_ text: String) throws -> JSONDocument {
    try JSONDocument.parse(bytes: Array(text.utf8), file: FileID(index: 0))
  }

  /// Returns what the form of `a`, `b` and `long_name` finds in each element of the array `text`.
  private func found(_ text: String) throws -> [[Int64?]] {
    let document = try parse(text)
    var form = JSONForm([JSONKey("a"), JSONKey("b"), JSONKey("long_name")])
    return document.elements(of: document.root).map { element in
      form.read(element, of: document)
      return (0..<3).map { place in form[place].flatMap { document.integer($0) } }
    }
  }

  @Test func aFormFindsItsMembersInAnyOrder() throws {
    let text = #"""
      [{"a":1,"b":2,"long_name":3},{"long_name":4,"x":{"a":0},"b":5,"a":6},{"b":7,"y":0},{},
      {"\u0061":8,"long\u005fname":9},{"a":10,"b":11,"long_name":12},3,["a"],null]
      """#
    let nothing: [Int64?] = [nil, nil, nil]
    #expect(
      try found(text) == [
        [1, 2, 3], [6, 5, 4], [nil, 7, nil], nothing, [8, nil, 9], [10, 11, 12], nothing, nothing,
        nothing,
      ])
  }

  /// In a large text keys are compared by where they stand in objects of the same form.
  @Test func aFormFindsTheSameInALargeText() throws {
    let forms = [
      #"{"a":1,"b":2,"long_name":3}"#, #"{"b":4,"long_mane":5,"a":6}"#, #"{"c":7,"long_name":8}"#,
    ]
    let wanted: [[Int64?]] = [[1, 2, 3], [6, 4, nil], [nil, nil, 8]]
    let order = (0..<2000).map { ($0 * $0 / 7) % 3 }
    let text = "[" + order.map { forms[$0] }.joined(separator: ",") + "]"
    #expect(try found(text) == order.map { wanted[$0] })
  }

  @Test func aKeyIsFoundByItsDecodedText() throws {
    let document = try parse(#"{"name":1,"n\u0061mes":2,"":3}"#)
    let values = [JSONKey("name"), JSONKey("names"), JSONKey(""), JSONKey("mane")].map { key in
      document.member(key, of: document.root).flatMap { document.integer($0) }
    }
    #expect(values == [1, 2, 3, nil])
    #expect(
      document.member(JSONKey("name"), of: try #require(document.firstKey(of: document.root)))
        == nil)
    #expect(JSONKey("name").spelling == "name")
  }

  @Test func stringsAreComparedByWhatTheyStandFor() throws {
    let document = try parse(#"["ab","a\u0062","abc",7,"7",["ab"],"ab"]"#)
    let elements = Array(document.elements(of: document.root))
    #expect(document.firstElement(of: document.root) == elements[0])
    #expect(document.firstElement(of: elements[0]) == nil)
    #expect(
      elements.map { document.isString($0, "ab") } == [
        true, true, false, false, false, false, true,
      ])
    #expect(
      elements.map { document.isSameString(elements[0], $0) }
        == [true, true, false, false, false, false, true])
    #expect(document.isSameString(elements[3], elements[3]) == false)
    var text: [UInt8] = []
    for element in elements { document.append(textOf: element, to: &text) }
    #expect(String(decoding: text, as: UTF8.self) == "abababc7ab")
  }
}
