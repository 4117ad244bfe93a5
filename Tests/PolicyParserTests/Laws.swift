import Diagnostics
import PolicyParser
import PolicySyntax
import SourceText
import Testing

/// What holds of every text, right or wrong.
enum Laws {
  /// Checks all of them for `bytes`.
  static func check(_ bytes: [UInt8], location: Testing.SourceLocation = #_sourceLocation) {
    let file = PolicyFile(bytes)
    checkTree(of: file, location: location)
    let significant = file.tree.tokens.filter { $0.kind != .whitespace && $0.upper > $0.lower }
    for token in significant {
      var fewer = bytes
      fewer.removeSubrange(Int(token.lower)..<Int(token.upper))
      checkTree(of: PolicyFile(fewer), location: location)
    }
  }

  /// Checks all of them for `bytes`, a YAML file, and for it without any one line.
  static func checkYAML(_ bytes: [UInt8], location: Testing.SourceLocation = #_sourceLocation) {
    checkTree(of: PolicyFile(bytes, isYAML: true), location: location)
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for index in lines.indices {
      var fewer = lines
      fewer.remove(at: index)
      let text = Array(fewer.joined(separator: [0x0A]))
      checkTree(of: PolicyFile(text, isYAML: true), location: location)
    }
  }

  /// Checks that the tokens of a tree spell its text and that its ranges nest.
  static func checkTree(
    of file: PolicyFile, location: Testing.SourceLocation = #_sourceLocation
  ) {
    let tree = file.tree
    var offset: UInt32 = 0
    for token in tree.tokens {
      #expect(token.lower == offset && token.upper >= offset, sourceLocation: location)
      offset = token.upper
    }
    #expect(Int(offset) == tree.text.count, sourceLocation: location)
    for index in 0..<tree.expressionCount {
      let parent = ExpressionID(index: UInt32(index))
      for child in tree.children(of: parent) {
        #expect(child.index < parent.index, sourceLocation: location)
        #expect(
          tree.range(of: parent).contains(tree.range(of: child)), sourceLocation: location)
      }
    }
    for diagnostic in file.diagnostics.elements {
      #expect(
        Int(diagnostic.primary.upper) <= file.sources[tree.file].bytes.count,
        sourceLocation: location)
    }
    // A tree with a hole has a diagnostic that says why.
    let hasHole = (0..<tree.expressionCount).contains {
      tree[ExpressionID(index: UInt32($0))] == .error
    }
    #expect(!hasHole || file.diagnostics.containsError, sourceLocation: location)
  }
}
