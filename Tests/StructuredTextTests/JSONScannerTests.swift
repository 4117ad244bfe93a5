import SourceText
import StructuredText
import Testing

/// The scanner by itself: every byte in every place, at every distance from where vectors end.
struct JSONScannerTests {
  /// What the scanner made of a text.
  private enum Outcome: Equatable {
    case end(Int, values: Int)
    case fault(JSONError.Kind, lower: Int)
  }

  /// Returns what a scanner makes of the first value of `bytes` from `start` on.
  private func scan(_ bytes: [UInt8], from start: Int = 0) -> Outcome {
    var scanner = JSONScanner(file: FileID(index: 0), capacity: 1)
    return unsafe bytes.withUnsafeBufferPointer { text in
      do throws(JSONError) {
        return .end(unsafe try scanner.scan(text, from: start), values: scanner.nodeCount)
      } catch {
        return .fault(error.kind, lower: Int(error.range.lower))
      }
    }
  }

  private func isValue(_ outcome: Outcome) -> Bool {
    if case .end = outcome { true } else { false }
  }

  @Test func whatMayStandInAStringIsToldForEveryByteAtEveryDistance() {
    for length in 0..<40 {
      for position in [0, length / 2, length] {
        for byte in UInt8.min...UInt8.max {
          var content = [UInt8](repeating: UInt8(ascii: "a"), count: length)
          content.insert(byte, at: position)
          let text = [UInt8(ascii: "\"")] + content + [UInt8(ascii: "\"")]
          let outcome = scan(text)
          switch byte {
          case 0x22: #expect(outcome == .end(position + 2, values: 1))
          case 0x5C: #expect(!isValue(outcome) || position == length - 1)
          case 0..<0x20:
            #expect(outcome == .fault(.controlCharacterInString(byte), lower: position + 1))
          case 0x80...: #expect(outcome == .fault(.invalidUTF8, lower: position + 1))
          default: #expect(outcome == .end(length + 3, values: 1))
          }
        }
      }
    }
  }

  @Test func charactersOfEveryLengthStandAtEveryDistance() {
    for scalar in [
      "\u{7F}", "\u{80}", "\u{7FF}", "\u{800}", "\u{D7FF}", "\u{E000}", "\u{FFFD}",
      "\u{FFFF}", "\u{10000}", "\u{10FFFF}",
    ] {
      for length in 0..<40 {
        let content = String(repeating: "x", count: length) + scalar + scalar + "y"
        let text = Array("\"\(content)\"".utf8)
        #expect(scan(text) == .end(text.count, values: 1))
        // Cut off inside of the character, it is ill-formed or the string has no end.
        for cut in 1..<scalar.utf8.count {
          let start = 1 + length
          #expect(scan(Array(text[..<(start + cut)])) == .fault(.invalidUTF8, lower: start))
        }
      }
    }
  }

  @Test func afterABackslashEightLettersStandAndNoOtherByte() {
    for byte in UInt8.min...UInt8.max {
      let text = Array("\"ab\\".utf8) + [byte] + Array("cdef12\"".utf8)
      let isLetter = "\"\\/bfnrt".utf8.contains(byte)
      if byte == UInt8(ascii: "u") {
        #expect(scan(text) == .end(text.count, values: 1))
      } else if isLetter {
        #expect(isValue(scan(text)))
      } else {
        #expect(scan(text) == .fault(.invalidEscape(.unknownLetter), lower: 3))
      }
    }
  }

  @Test func everyPairOfCodeUnitsIsAPairOfSurrogatesOrNot() {
    let units = ["0000", "0041", "d7ff", "D800", "dbff", "DC00", "dFfF", "e000", "FFFF"]
    for first in units {
      let isHigh = ["D800", "dbff"].contains(first)
      let isLow = ["DC00", "dFfF"].contains(first)
      #expect(isValue(scan(Array("\"\\u\(first)\"".utf8))) == (!isHigh && !isLow), "\(first)")
      for second in units {
        let isSecondLow = ["DC00", "dFfF"].contains(second)
        let isSecondHigh = ["D800", "dbff"].contains(second)
        let isFine = isHigh ? isSecondLow : !isLow && !isSecondLow && !isSecondHigh
        let text = Array("\"\\u\(first)\\u\(second)\"".utf8)
        #expect(isValue(scan(text)) == isFine, "\(first) \(second)")
      }
    }
  }

  @Test func everyFirstByteIsAValueOrNot() {
    for byte in UInt8.min...UInt8.max {
      let outcome = scan([byte])
      #expect(isValue(outcome) == (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte))
    }
  }

  @Test func everyByteAfterAnElementSeparatesEndsOrIsWrong() {
    for byte in UInt8.min...UInt8.max {
      for value in ["\"a\"", "true", "null", "{}", "[]"] {
        let outcome = scan(Array("[\(value)".utf8) + [byte])
        switch byte {
        case UInt8(ascii: "]"): #expect(isValue(outcome))
        case UInt8(ascii: ","):
          #expect(outcome == .fault(.unexpectedEnd(.value), lower: value.utf8.count + 2))
        case 0x20, 0x09, 0x0A, 0x0D:
          #expect(outcome == .fault(.unexpectedEnd(.commaOrBracket), lower: value.utf8.count + 2))
        default: #expect(!isValue(outcome))
        }
      }
    }
  }

  static let numbers: [(String, isNumber: Bool)] = [
    ("0", true), ("-0", true), ("10", true), ("1.0", true), ("0.10", true), ("-1.5e+10", true),
    ("1E400", true), ("1e-400", true), (String(repeating: "9", count: 5000), true),
    ("0." + String(repeating: "0", count: 5000) + "1", true), ("-", false), ("-a", false),
    ("00", false), ("-00", false), ("01.5", false), ("1.", false), ("1.e1", false), (".1", false),
    ("1e", false), ("1e+", false), ("1e-", false), ("1e1.5", false), ("0x1", false),
    ("1,5", false), ("1 5", false), ("+1", false), ("1-", false), ("--1", false), ("1ee1", false),
    ("Infinity", false), ("-Infinity", false), ("NaN", false), ("1_0", false), ("１", false),
  ]

  @Test(arguments: numbers) func aNumberIsByTheGrammarOrNot(_ text: String, isNumber: Bool) {
    let outcome = scan(Array("[\(text)]".utf8))
    // A comma makes two numbers of one, which is fine in a list and not in an object.
    let isFine = isValue(scan(Array("{\"a\":\(text)}".utf8)))
    #expect(isFine == isNumber)
    if !text.contains(",") { #expect(isValue(outcome) == isNumber) }
  }

  @Test func valuesAreReadOneAfterAnotherFromTheSamePlace() throws {
    let text = Array(" {\"a\":[1,2]} \n[true] \"x\"".utf8)
    var scanner = JSONScanner(file: FileID(index: 0))
    try unsafe text.withUnsafeBufferPointer { text in
      let first = unsafe try scanner.scan(text)
      #expect(first == 12)
      #expect(scanner.nodeCount == 5)
      let second = unsafe try scanner.scan(text, from: first)
      #expect(scanner.nodeCount == 2)
      #expect(scanner[0].form == .array && scanner[0].lower == 14)
      _ = unsafe try scanner.scan(text, from: second)
      #expect(scanner[0].form == .plainString && scanner[0].upper == 24)
    }
  }

  @Test func aLineBreakInsideOfAValueIsNoticed() throws {
    for (text, hasBreak) in [("\n[1, 2]\n", false), ("[1,\n2]", true), ("{\"a\"\r:1}", true)] {
      var scanner = JSONScanner(file: FileID(index: 0))
      try unsafe Array(text.utf8).withUnsafeBufferPointer { _ = unsafe try scanner.scan($0) }
      #expect(scanner.hasLineBreak == hasBreak, "\(text)")
    }
  }

  @Test func keysOfAnyNumberAreToldApart() {
    // Digests look at the ends of keys only: these differ in the middle.
    let similar = (0..<200).map { "\"beginning-\($0)-ending..\":0" }
    for count in [2, 3, 63, 64, 65, 200] {
      let object = "{" + similar[..<count].joined(separator: ",")
      #expect(isValue(scan(Array((object + "}").utf8))))
      let repeated = object + ",\"beginning-1-ending..\":1}"
      let outcome = scan(Array(repeated.utf8))
      guard case .fault(.duplicateKey(let key, _), _) = outcome else {
        Issue.record("\(count) keys: \(outcome)")
        continue
      }
      #expect(key == "beginning-1-ending..")
    }
  }

  @Test func everyStartOfATextIsRefusedWithoutReadingPastItsEnd() {
    let text = Array(
      "{\"k\\u00e9y\":[-12.5e3,true,false,null,\"a\\n\u{1F600}é\"],\"o\":{\"p\":{}, \"q\" : [ ]}}"
        .utf8)
    for count in 0..<text.count {
      let copy = Array(text[..<count])
      #expect(!isValue(scan(copy)), "\(count) bytes")
    }
    #expect(isValue(scan(text)))
  }

  @Test func digestsOfKeysAreThoseOfTheirDecodedBytes() throws {
    let text = Array("{\"a\\u0062c\":1,\"status\":2}".utf8)
    var scanner = JSONScanner(file: FileID(index: 0))
    try unsafe text.withUnsafeBufferPointer { _ = unsafe try scanner.scan($0) }
    #expect(scanner[1].number == JSONDigest.of(Array("abc".utf8)))
    #expect(scanner[3].number == JSONDigest.of(Array("status".utf8)))
  }
}
