import Collectors
import Diagnostics
import ResourceModel
import SourceText
import TestSupport
import Testing

/// How inputs are refused.
struct CollectErrorTests {
  /// Returns the diagnostic for the plan `text`, or `nil` when it is read.
  private func refusal(_ text: String) -> Diagnostic? {
    do throws(CollectError) {
      _ = try CollectedPlan(text)
      return nil
    } catch {
      return .uncollectable(error)
    }
  }

  @Test(arguments: [
    ("", DiagnosticID.inputEmpty), (" \n\t\r", .inputEmpty),
    ("PK\u{3}\u{4}\u{14}", .inputBinaryPlan),
    ("resource \"t\" \"a\" {}", .inputNotJSON), ("{'a':1}", .inputNotJSON), ("{}x", .inputNotJSON),
    ("{}", .inputNotAPlan), ("[]", .inputNotAPlan), ("null", .inputNotAPlan),
    (#"{"format_version":"1.2"}"#, .inputNotAPlan),
    (#"{"format_version":"1.2","planned_values":null}"#, .inputNotAPlan),
    (#"{"format_version":"1.0","values":{"root_module":{}}}"#, .inputIsState),
    (#"{"version":4,"serial":1,"lineage":"x","resources":[]}"#, .inputIsState),
    (#"{"format_version":"2.0","planned_values":{}}"#, .inputUnsupportedVersion),
    (#"{"format_version":"0.3","planned_values":{}}"#, .inputUnsupportedVersion),
    (#"{"format_version":"1","planned_values":{}}"#, .inputUnsupportedVersion),
    (#"{"format_version":"1.-1","planned_values":{}}"#, .inputUnsupportedVersion),
    (#"{"format_version":"1.99999999999999999999","planned_values":{}}"#, .inputUnsupportedVersion),
    (#"{"format_version":1.2,"planned_values":{}}"#, .inputWrongShape),
    (#"{"format_version":"1.2","planned_values":[]}"#, .inputWrongShape),
    (#"{"format_version":"1.2","planned_va"#, .inputTruncated),
    (#"{"format_version":"1.2","planned_values":{"#, .inputTruncated),
  ])
  func anInputIsRefused(_ text: String, _ id: DiagnosticID) throws {
    let diagnostic = try #require(refusal(text))
    #expect(diagnostic.id == id)
    #expect(diagnostic.help?.isEmpty == false)
    #expect(Int(diagnostic.primary.upper) <= text.utf8.count)
    #expect(!diagnostic.message.hasSuffix("."))
  }

  @Test(arguments: ["0.1", "0.2", "1.0", "1.1", "1.2"])
  func theKnownVersionsAreRead(_ version: String) throws {
    #expect(try CollectedPlan(PlanText(version: version).text).inventory.notes == [])
  }

  @Test func aNewerMinorVersionIsReadWithANote() throws {
    #expect(try CollectedPlan(PlanText(version: "1.9").text).inventory.notes.count == 1)
  }

  @Test func theFormatIsDetected() {
    let file = { SourceFile(name: "x", bytes: Array(($0 as String).utf8)) }
    #expect(InputFormat.detect(file(" \n{}")) == .terraformPlan)
    #expect(InputFormat.detect(file("a: 1")) == nil)
    #expect(InputFormat.detect(file("PK\u{3}\u{4}")) == .terraformPlan)
    #expect(InputFormat.detect(file("")) == nil)
  }

  @Test func inputsMayBeInAnyEncoding() {
    let text = "{\"é\":1}"
    let utf16 = text.utf16Bytes(isBigEndian: false)
    for bytes in [Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), [0xFF, 0xFE] + utf16] {
      #expect(InputFormat.file(name: "x", bytes: bytes)?.bytes == Array(text.utf8))
    }
    let broken: [UInt8] = [0x50, 0x4B, 3, 4, 0xFF]
    #expect(InputFormat.file(name: "x", bytes: broken)?.bytes == broken)
  }

  @Test func deepModulesAreRead() throws {
    let depth = 240
    let open = String(repeating: #"{"address":"module.m","child_modules":["#, count: depth)
    let close = String(repeating: "]}", count: depth)
    let text =
      #"{"format_version":"1.2","configuration":{},"planned_values":{"root_module":{"child_modules":["#
      + open + close + "]}}}"
    #expect(try CollectedPlan(text).addresses == [])
  }
}
