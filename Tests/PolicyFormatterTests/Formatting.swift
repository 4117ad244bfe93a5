import Diagnostics
import PolicyFormatter
import PolicyParser
import SourceText
import Testing

/// What became of a text.
struct Formatting {
  let bytes: [UInt8]
  let result: FormatResult
  let sources: SourceMap

  /// Formats `bytes` as a policy, or as a YAML file with rules or tests.
  init(_ bytes: [UInt8], isYAML: Bool = false, holding content: YAMLContent = .rules) {
    var sources = SourceMap()
    let file = SourceFile(name: "a.cispol", bytes: bytes)
    let id = sources.insert(file)
    self.bytes = bytes
    self.sources = sources
    result =
      isYAML
      ? PolicyFormatter.formatYAML(file, id: id, holding: content)
      : PolicyFormatter.format(file, id: id)
  }

  /// Formats `text` as a policy.
  init(_ text: String) { self.init(Array(text.utf8)) }

  /// The text in its canonical form, or why there is none.
  var text: String {
    switch result {
    case .formatted(let bytes): String(decoding: bytes, as: UTF8.self)
    case .unchanged: String(decoding: bytes, as: UTF8.self)
    case .refused(let problems): "refused\n" + report(problems.sorted)
    case .unsound(let problem): "unsound\n" + report([problem])
    }
  }

  /// Whether the text has a canonical form.
  var isSound: Bool {
    switch result {
    case .formatted, .unchanged: true
    case .refused, .unsound: false
    }
  }

  /// Whether the text is in its canonical form.
  var isUnchanged: Bool {
    if case .unchanged = result { true } else { false }
  }

  private func report(_ diagnostics: [Diagnostic]) -> String {
    let renderer = TerminalRenderer(isColoured: false)
    return diagnostics.map { renderer.render($0, in: sources) }.joined()
  }
}
