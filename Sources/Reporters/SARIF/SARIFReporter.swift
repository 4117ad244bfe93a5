package import SourceText

/// Writes a run as SARIF 2.1.0, for what shows results beside the text they are about.
package struct SARIFReporter {
  private let sources: SourceMap

  /// Creates a reporter of results in `sources`.
  package init(_ sources: SourceMap) {
    self.sources = sources
  }

  /// Hands the bytes of `log`, piece by piece, to `output`.
  package func render(_ log: SARIFLog, to output: @escaping ([UInt8]) -> Void) {
    var writer = JSONWriter(to: output)
    writer.beginObject()
    writer.write(.string("https://json.schemastore.org/sarif-2.1.0.json"), "$schema")
    writer.write(.string("2.1.0"), "version")
    writer.beginArray("runs")
    writer.beginObject()
    writer.write(driver(of: log), "tool")
    writer.write(.string("utf16CodeUnits"), "columnKind")
    let indices = Dictionary(
      log.rules.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    writer.beginArray("results")
    for result in log.results { writer.write(json(result, index: indices[result.rule])) }
    writer.end()
    writer.end()
    writer.end()
    writer.end()
  }

  private func driver(of log: SARIFLog) -> JSONValue {
    let rules = log.rules.map { rule -> JSONValue in
      var members: [(key: String, value: JSONValue)] = [
        ("id", .string(rule.id)),
        ("shortDescription", SARIFReporter.message(rule.summary)),
      ]
      if !rule.help.isEmpty {
        members.append(
          ("help", .object([("text", .string(rule.help)), ("markdown", .string(rule.help))])))
      }
      members.append(
        ("defaultConfiguration", .object([("level", .string(rule.level.rawValue))])))
      return .object(members)
    }
    return .object([
      (
        "driver",
        .object([
          ("name", .string(log.tool)), ("version", .string(log.version)),
          ("rules", .array(rules)),
        ])
      )
    ])
  }

  private func json(_ result: SARIFLog.Result, index: Int?) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [("ruleId", .string(result.rule))]
    if let index { members.append(("ruleIndex", .integer(index))) }
    members += [
      ("level", .string(result.level.rawValue)),
      ("message", SARIFReporter.message(result.message)),
      ("locations", .array(result.locations.map { json($0, id: nil) })),
    ]
    if !result.relatedLocations.isEmpty {
      let related = result.relatedLocations.enumerated().map { json($0.element, id: $0.offset) }
      members.append(("relatedLocations", .array(related)))
    }
    if !result.fixes.isEmpty { members.append(("fixes", .array(result.fixes.map(json)))) }
    if let justification = result.justification {
      members.append(
        (
          "suppressions",
          .array([
            .object([
              ("kind", .string("inSource")), ("justification", .string(justification)),
            ])
          ])
        ))
    }
    return .object(members)
  }

  private func json(_ location: SARIFLog.Location, id: Int?) -> JSONValue {
    let file = sources[location.range.file]
    var members: [(key: String, value: JSONValue)] = []
    if let id { members.append(("id", .integer(id))) }
    members.append(
      (
        "physicalLocation",
        .object([
          ("artifactLocation", SARIFReporter.artifact(file)),
          ("region", SARIFRegion(location.range, in: file).json),
        ])
      ))
    if let message = location.message {
      members.append(("message", SARIFReporter.message(message)))
    }
    return .object(members)
  }

  private func json(_ fix: SARIFLog.Fix) -> JSONValue {
    var files: [FileID] = []
    for edit in fix.edits where !files.contains(edit.range.file) { files.append(edit.range.file) }
    let changes = files.map { id -> JSONValue in
      let replacements = fix.edits.filter { $0.range.file == id }.map { edit -> JSONValue in
        .object([
          ("deletedRegion", SARIFRegion(edit.range, in: sources[id]).json),
          ("insertedContent", .object([("text", .string(edit.replacement))])),
        ])
      }
      return .object([
        ("artifactLocation", SARIFReporter.artifact(sources[id])),
        ("replacements", .array(replacements)),
      ])
    }
    return .object([
      ("description", SARIFReporter.message(fix.title)), ("artifactChanges", .array(changes)),
    ])
  }

  private static func message(_ text: String) -> JSONValue { .object([("text", .string(text))]) }

  private static func artifact(_ file: SourceFile) -> JSONValue {
    .object([("uri", .string(uri(of: file.name)))])
  }

  /// Returns the path `name` as a URI reference: an absolute one becomes a `file` URI.
  static func uri(of name: String) -> String {
    var result = name.hasPrefix("/") ? "file://" : ""
    for byte in name.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E:
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return result
  }
}
