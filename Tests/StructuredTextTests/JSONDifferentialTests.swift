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
      let text = RandomJSON.text(using: &random)
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
      let bytes = RandomJSON.mutatedBytes(using: &random)
      let theirs =
        (try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)) != nil
      do throws(JSONError) {
        _ = try JSONDocument.parse(bytes: bytes, file: FileID(index: 0))
        accepted += 1
        #expect(
          theirs || RandomJSON.hasHugeNumber(bytes),
          "only ours: \(String(decoding: bytes, as: UTF8.self))")
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
