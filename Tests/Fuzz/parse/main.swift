import Diagnostics
import PolicyParser
import PolicySyntax
import SourceText

/// Parses the bytes as a policy, or as YAML with rules or tests, as the first one says, and checks
/// what holds of every tree.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzParse(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let all = UnsafeBufferPointer(start: start, count: count)
  guard let first = all.first else { return 0 }
  let file = SourceFile(name: "fuzz", bytes: Array(all.dropFirst()))
  let id = FileID(index: 0)
  let isYAML = [1, 2].contains(first % 4)
  let (tree, diagnostics) =
    isYAML
    ? PolicyParser.parseYAML(file, id: id, holding: first % 4 == 1 ? .rules : .tests)
    : PolicyParser.parse(file, id: id)
  var offset: UInt32 = 0
  for token in tree.tokens {
    precondition(token.lower == offset && token.upper >= offset, "the tokens spell the text")
    offset = token.upper
  }
  precondition(Int(offset) == tree.text.count, "the tokens spell all of the text")
  precondition(isYAML || tree.text == file.bytes, "the text is that of the file")
  var hasHole = false
  for index in 0..<tree.expressionCount {
    let parent = ExpressionID(index: UInt32(index))
    if tree[parent] == .error { hasHole = true }
    for child in tree.children(of: parent) {
      precondition(child.index < parent.index, "children come first")
      precondition(tree.range(of: parent).contains(tree.range(of: child)), "ranges nest")
    }
  }
  precondition(!hasHole || diagnostics.containsError, "what is wrong is reported")
  for diagnostic in diagnostics.elements {
    precondition(Int(diagnostic.primary.upper) <= file.bytes.count, "places are in the file")
  }
  return 0
}
