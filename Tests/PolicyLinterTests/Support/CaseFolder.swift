import Foundation
import PolicyLinter

/// A folder `Cases/<rule>/<name>` with the files of a pack, whose lines say what the rule says.
struct CaseFolder: CustomStringConvertible {
  /// The rule.
  let rule: LintRuleID

  /// What the case is called; it starts with `bad` or `good`.
  let name: String

  /// The files, by their paths.
  let files: [String: String]

  var description: String { "\(rule.rawValue)/\(name)" }

  /// The folder with all cases.
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Cases")

  /// The cases, by rule and name.
  static let all: [CaseFolder] = {
    LintRuleID.allCases.flatMap { rule in
      names(in: folder.appending(path: rule.rawValue)).map { CaseFolder(rule, $0) }
    }
  }()

  private init(_ rule: LintRuleID, _ name: String) {
    self.rule = rule
    self.name = name
    let url = CaseFolder.folder.appending(path: "\(rule.rawValue)/\(name)")
    var files: [String: String] = [:]
    let enumerator = FileManager.default.enumerator(atPath: url.path)
    while let path = enumerator?.nextObject() as? String {
      if let text = try? String(contentsOf: url.appending(path: path), encoding: .utf8) {
        files[path] = text
      }
    }
    self.files = files
  }

  /// Returns the names in the folder, sorted.
  static func names(in url: URL) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: url.path)
    return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }

  /// What the comments `//~ level` and `#~ level` announce for their lines; each `^` is a line above.
  var announced: [String] {
    files.flatMap { path, text in
      text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap {
        index, line in
        line.replacing("#~", with: "//~").components(separatedBy: "//~").dropFirst().map { mark in
          let above = mark.prefix { $0 == "^" }.count
          let level = mark.dropFirst(above).trimmingCharacters(in: .whitespaces)
          return "\(path):\(index + 1 - above): \(level) \(rule.rawValue)"
        }
      }
    }.sorted()
  }

  /// The rules that are asked: those about allowances need some to allow.
  var rules: Set<LintRuleID>? { rule.rule is any AllowanceLintRule.Type ? nil : [rule] }
}
