internal import Diagnostics
internal import SourceText
internal import StructuredText

/// Reads the bytes as YAML and walks through what they hold.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzzYAML(_ start: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: size))
  let file = SourceFile(name: "fuzz.yaml", bytes: bytes)
  let (root, diagnostics) = YAMLReader.parse(file, id: FileID(index: 0))
  precondition(root != nil || diagnostics.containsError, "what cannot be read is reported")
  for diagnostic in diagnostics.elements {
    precondition(Int(diagnostic.primary.upper) <= bytes.count, "places are in the file")
  }
  var pending = root.map { [$0] } ?? []
  while let value = pending.popLast() {
    precondition(Int(value.range.upper) <= bytes.count, "values lie in the file")
    switch value.kind {
    case .scalar(let scalar):
      for offset in scalar.sourceOffsets() {
        precondition(Int(offset) <= bytes.count, "the text of a scalar lies in the file")
      }
    case .sequence(let elements): pending += elements
    case .mapping(let members):
      for (key, member) in members { pending += [key, member] }
    }
  }
  return 0
}
