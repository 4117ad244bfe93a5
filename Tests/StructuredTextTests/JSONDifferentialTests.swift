import Foundation
import SourceText
import StructuredText
import Testing

/// Our reader beside Foundation's, on random texts.
///
/// Documented differences: Foundation takes repeated keys, a byte order mark, other encodings (a NUL
/// makes it guess one), does not take numbers beyond a `Double`, and replaces lone surrogates and ill-formed
/// UTF-8 in some places.
struct JSONDifferentialTests {
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func aRandomDocumentReadsAsFoundationReadsIt(_ seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    for _ in 0..<300 {
      var text = ""
      appendValue(to: &text, depth: 0, using: &random)
      let bytes = Array(text.utf8)
      let document = try JSONDocument.parse(bytes: bytes, file: FileID(index: 0))
      let theirs = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
      #expect(isEqual(document, document.root, theirs), "\(text)")
      try expectNested(document, document.root, in: document.range(of: document.root))
    }
  }

  @Test(arguments: [11, 12, 13, 14] as [UInt64])
  func aMutatedDocumentIsAcceptedByBothOrNeither(_ seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    var accepted = 0
    for _ in 0..<1500 {
      var text = ""
      appendValue(to: &text, depth: 0, using: &random)
      var bytes = Array(text.utf8)
      for _ in 0..<Int.random(in: 1...3, using: &random) { mutate(&bytes, using: &random) }
      let theirs =
        (try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)) != nil
      do throws(JSONError) {
        _ = try JSONDocument.parse(bytes: bytes, file: FileID(index: 0))
        accepted += 1
        #expect(
          theirs || hasHugeNumber(bytes), "only ours: \(String(decoding: bytes, as: UTF8.self))")
      } catch {
        #expect(Int(error.range.upper) <= bytes.count)
        #expect(
          !theirs || isDocumentedDifference(error) || bytes.contains(0),
          "only theirs: \(error.message) in \(String(decoding: bytes, as: UTF8.self)) \(bytes)")
      }
    }
    #expect(accepted > 50)
  }

  private func isDocumentedDifference(_ error: JSONError) -> Bool {
    switch error.kind {
    case .duplicateKey, .byteOrderMark, .invalidUTF8, .invalidEscape(.loneSurrogate): true
    default: false
    }
  }

  private func hasHugeNumber(_ bytes: [UInt8]) -> Bool {
    let words = bytes.split { !"0123456789+-.eE".utf8.contains($0) }
    return words.contains { word in
      let value = Double(String(decoding: word, as: UTF8.self))
      return word.count > 30 || value.map { !$0.isFinite || $0 == 0 || abs($0) < 1e-300 } == true
    }
  }

  private func mutate(_ bytes: inout [UInt8], using random: inout SplitMix) {
    let interesting =
      Array("{}[]\",:\\/0123456789.eE+-untrflsbu \n\t\0'#".utf8) + [0x80, 0xC3, 0xFF]
    let byte = interesting.randomElement(using: &random) ?? 0
    let index = Int.random(in: 0...bytes.count, using: &random)
    switch Int.random(in: 0..<4, using: &random) {
    case 0 where index < bytes.count: bytes[index] = byte
    case 1 where index < bytes.count: bytes.remove(at: index)
    case 2: bytes.removeSubrange(index...)
    default: bytes.insert(byte, at: index)
    }
  }

  private func appendValue(to text: inout String, depth: Int, using random: inout SplitMix) {
    let space = ["", "", " ", "\n\t"].randomElement(using: &random) ?? ""
    switch Int.random(in: 0..<(depth < 5 ? 9 : 6), using: &random) {
    case 0: text += "null"
    case 1: text += "true"
    case 2: text += "false"
    case 3: text += String(Int.random(in: -100_000...100_000, using: &random))
    case 4: text += ["0.5", "-1e3", "2.50E-2", "-0", "1e+06"].randomElement(using: &random) ?? "0"
    case 5: appendString(to: &text, using: &random)
    case 6, 7:
      let count = Int.random(in: 0..<5, using: &random)
      text += "[" + space
      for index in 0..<count {
        if index > 0 { text += space + "," }
        appendValue(to: &text, depth: depth + 1, using: &random)
      }
      text += "]"
    default:
      text += "{" + space
      for index in 0..<Int.random(in: 0..<20, using: &random) {
        if index > 0 { text += "," + space }
        text += "\"k\(index)\"" + space + ":"
        appendValue(to: &text, depth: depth + 2, using: &random)
      }
      text += "}"
    }
  }

  private func appendString(to text: inout String, using random: inout SplitMix) {
    let parts = ["a", "é", "😀", "\\n", "\\\"", "\\\\", "\\u00e9", "\\uD83D\\uDE00", " ", "/"]
    text += "\""
    for _ in 0..<Int.random(in: 0..<6, using: &random) {
      text += parts.randomElement(using: &random) ?? ""
    }
    text += "\""
  }

  private func isEqual(_ document: JSONDocument, _ id: JSONNodeID, _ other: Any) -> Bool {
    switch document.kind(of: id) {
    case .null: return other is NSNull
    case .bool: return document.boolean(id) == (other as? Bool)
    case .number: return document.double(id) == (other as? NSNumber)?.doubleValue
    case .string: return document.string(id) == (other as? String)
    case .array:
      guard let other = other as? [Any], other.count == document.count(of: id) else { return false }
      return zip(document.elements(of: id), other).allSatisfy { isEqual(document, $0, $1) }
    case .object:
      guard let other = other as? [String: Any], other.count == document.count(of: id) else {
        return false
      }
      return document.members(of: id).allSatisfy { member in
        document.member(member.key, of: id) == member.value
          && other[member.key].map { isEqual(document, member.value, $0) } == true
      }
    }
  }

  private func expectNested(
    _ document: JSONDocument, _ id: JSONNodeID, in outer: SourceRange
  ) throws {
    let range = document.range(of: id)
    #expect(outer.contains(range) && range.count > 0)
    for element in document.elements(of: id) { try expectNested(document, element, in: range) }
    for member in document.members(of: id) {
      #expect(range.contains(member.keyRange))
      #expect(member.keyRange.upper < document.range(of: member.value).lower)
      try expectNested(document, member.value, in: range)
    }
  }
}
