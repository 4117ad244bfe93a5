import SourceText
import StructuredText
import Testing

/// A scanner that follows trails beside one that reads each value anew.
struct JSONTrailTests {
  /// What a scanner made of a text.
  private enum Outcome: Equatable {
    case values([String])
    case fault(JSONError)
  }

  /// Returns what `scanner` makes of the first value of `bytes`.
  private func scan(_ bytes: [UInt8], with scanner: inout JSONScanner) -> Outcome {
    unsafe bytes.withUnsafeBufferPointer { text in
      do throws(JSONError) {
        let end = unsafe try scanner.scan(text)
        var isKey = Array(repeating: false, count: scanner.nodeCount)
        for index in isKey.indices where scanner[index].form == .object {
          var key = index + 1
          while key < Int(scanner[index].end) {
            isKey[key] = true
            key = Int(scanner[key + 1].end)
          }
        }
        let values = isKey.indices.map { index in
          let node = scanner[index]
          let place = isKey[index] ? "key" : "\(node.end)"
          return "\(node.form) \(node.lower)..<\(node.upper) \(node.number) \(place)"
        }
        return .values(values + ["\(end)"])
      } catch {
        return .fault(error)
      }
    }
  }

  private func expectSame(_ texts: [[UInt8]]) {
    var follower = JSONScanner(file: FileID(index: 0), followsTrails: true)
    for bytes in texts {
      var other = JSONScanner(file: FileID(index: 0))
      let outcome = scan(bytes, with: &other)
      #expect(
        scan(bytes, with: &follower) == outcome, "\(String(decoding: bytes, as: UTF8.self))")
    }
  }

  /// Returns the steps of the keys of the outermost object that `scanner` reads from `text`.
  private func steps(_ text: String, with scanner: inout JSONScanner) -> [UInt32] {
    guard case .values = scan(Array(text.utf8), with: &scanner) else { return [] }
    var steps: [UInt32] = []
    var key = 1
    while key < Int(scanner[0].end) {
      steps.append(scanner[key].end)
      key = Int(scanner[key + 1].end)
    }
    return steps
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func whatWasReadBeforeChangesNothing(_ seed: UInt64) {
    var random = SplitMix(seed: seed)
    expectSame((0..<300).map { _ in Array(RandomJSON.text(using: &random).utf8) })
    expectSame((0..<1500).map { _ in RandomJSON.mutatedBytes(using: &random) })
  }

  @Test func aTextThatEndsAnywhereIsRefusedAsBefore() {
    let text = Array("{\"alpha\":1,\"beta\" : {\"gamma\":[{\"delta\":null}]},\"\":\"x\"}".utf8)
    expectSame([text] + (0...text.count).map { Array(text[..<$0]) } + [text])
  }

  @Test func aKeyThatIsRepeatedOnATrailIsRefused() {
    let texts = [
      "{\"a\":1,\"b\":2}", "{\"b\":1,\"a\":2}", "{\"a\":1,\"b\":2,\"a\":3}", "{\"a\":1,\"a\":2}",
      "{\"a\":1,\"\\u0061\":2}", "{\"\\u0061\":1,\"a\":2}", "{\"a\":{\"a\":{\"a\":1,\"a\" :2}}}",
      "{\"a\":1,\"b\":2,\"c\" : 3,\"b\":4}", "{\"ab\":1,\"a\":2,\"b\":3}", "{\"a\\\"\":1,\"a\":2}",
    ]
    expectSame((texts + texts.reversed() + texts).map { Array($0.utf8) })
  }

  @Test func objectsWithTheSameKeysTakeTheSameSteps() {
    var scanner = JSONScanner(file: FileID(index: 0), followsTrails: true)
    let first = steps("{\"type\":1,\"name\":2,\"region\":3}", with: &scanner)
    #expect(first.count == 3 && !first.contains(0) && Set(first).count == 3)
    let other = steps("{\"type\":1,\"account\":2,\"name\":3}", with: &scanner)
    #expect(other[0] == first[0] && other[2] != first[1])
    #expect(steps("{ \"type\": true, \"name\": [], \"region\": {} }", with: &scanner) == first)
    #expect(steps("{\"type\":1,\"account\":2,\"name\":3}", with: &scanner) == other)
    // What has a colon further away, or escapes, is on no trail, and neither is what follows.
    #expect(steps("{\"type\" :1,\"name\":2}", with: &scanner) == [0, 0])
    #expect(steps("{\"t\\u0079pe\":1,\"name\":2}", with: &scanner) == [0, 0])
  }

  @Test func trailsEndWhereObjectsAreAllDifferent() {
    var scanner = JSONScanner(file: FileID(index: 0), followsTrails: true)
    let lists = (0..<100).map { steps("{\"key-\($0)\":1,\"b\":2}", with: &scanner) }
    #expect(!lists[0].contains(0) && lists[99] == [0, 0])
    let long = "{" + (0..<200).map { "\"k\($0)\":0" }.joined(separator: ",") + "}"
    #expect(steps(long, with: &scanner) == Array(repeating: 0, count: 200))
    expectSame((0..<100).map { Array("{\"key-\($0)\":{\"k\($0)\":\(long)}}".utf8) })
    expectSame((0..<5000).map { Array("{\"o\":{\"a\($0 / 8)\":{\"b\($0)\":1,\"c\":2}}}".utf8) })
  }
}
