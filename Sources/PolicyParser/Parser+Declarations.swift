internal import PolicySyntax
internal import SourceText

/// Files, and what stands at their top.
extension Parser {
  /// Parses `{ { doc } declaration }`.
  mutating func file() {
    while !isAtEnd {
      let start = position
      let documentation = documentation
      body = .file
      do {
        insert(root: try declaration(documentation), from: start)
      } catch {
        if position == start { advance() }
        while !isAtEnd, !startsDeclaration { advance() }
        silentPosition = position
        insert(root: .error, from: start)
      }
    }
  }

  /// Adds a declaration from the token at `start` on.
  private mutating func insert(root node: Declaration, from start: Int) {
    _ = tree.insert(root: node, at: range(from: start))
  }

  /// Parses `declaration`.
  private mutating func declaration(
    _ documentation: [TokenID]
  ) throws(Failure) -> Declaration {
    switch current.keyword {
    case .resource: .resource(try resource(documentation))
    case .struct: .structure(try structure(documentation))
    case .enum: .enumeration(try enumeration(documentation))
    case .fn, .private: .function(try function(documentation))
    case .rule: .rule(try rule(documentation))
    case .map: .mapping(try mapping(documentation))
    case .test: .test(try test(documentation))
    case .survivor: .survivor(try survivor(documentation))
    default: throw fail(onToken: true) { .expectedDeclaration(found: $0, at: $1) }
    }
  }
}
