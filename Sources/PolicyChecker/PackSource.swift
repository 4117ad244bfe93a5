package import PolicySyntax

/// The parsed files of one pack.
package struct PackSource: Sendable {
  /// The pack's name.
  package let name: String

  /// The names of the packs whose declarations it sees.
  package let requires: [String]

  /// Its files, in a stable order.
  package let trees: [SyntaxTree]

  /// Creates the source of the pack called `name`.
  package init(name: String, requires: [String], trees: [SyntaxTree]) {
    self.name = name
    self.requires = requires
    self.trees = trees
  }
}
