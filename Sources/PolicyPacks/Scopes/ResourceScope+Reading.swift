internal import Diagnostics
internal import SourceText
internal import StructuredText

extension ResourceScope {
  /// The keys of scopes in files.
  static let keys = ["accounts", "units", "regions", "tags"]

  /// Returns the scope that `record` describes; everything when it says nothing.
  static func read(_ record: inout YAMLRecord) -> ResourceScope {
    var scope = ResourceScope()
    scope.accounts = record.patterns("accounts")
    scope.units = record.patterns("units")
    scope.regions = record.patterns("regions")
    scope.tags = record.entries("tags").map { key, value in
      let patterns =
        value.sequence == nil ? record.text(value).map { [$0] } : record.patterns(of: value)
      return Tag(key: key.scalar?.text ?? "", patterns: patterns ?? [])
    }
    if let tags = record.member("tags"), tags.mapping?.isEmpty == true {
      record.diagnostics.insert(.wrongYAMLKind("at least one tag", at: tags.range))
    }
    return scope
  }
}

extension YAMLRecord {
  /// Returns the patterns of the list that `key` may have, which may not be empty: no pattern at
  /// all could be taken for everything as well as for nothing.
  mutating func patterns(_ key: String) -> [String] {
    member(key).map { patterns(of: $0) } ?? []
  }

  /// Returns the patterns of `list`, which may not be empty.
  mutating func patterns(of list: YAMLNode) -> [String] {
    if list.sequence?.isEmpty == true {
      diagnostics.insert(.wrongYAMLKind("at least one pattern", at: list.range))
    }
    return texts(of: list)
  }
}
