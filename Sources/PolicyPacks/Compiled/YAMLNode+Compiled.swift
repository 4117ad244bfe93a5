internal import PolicyIR
internal import SourceText
internal import StructuredText

extension CompiledWriter {
  /// Writes a value of a YAML text.
  mutating func write(_ node: YAMLNode) throws(CompiledFormError) {
    switch node.kind {
    case .scalar(let scalar):
      write(UInt64(0))
      write(scalar.text)
      write(case: scalar.style)
      write(scalar.range)
    case .sequence(let elements):
      write(UInt64(1))
      try write(list: elements) { (writer, element) throws(CompiledFormError) in
        try writer.write(element)
      }
    case .mapping(let members):
      write(UInt64(2))
      try write(list: members) { (writer, member) throws(CompiledFormError) in
        try writer.write(member.key)
        try writer.write(member.value)
      }
    }
    write(node.range)
  }
}

extension CompiledReader {
  /// How deep values may be in each other.
  private static let deepest = 256

  /// Returns a value of the YAML text in `file`.
  mutating func yaml(_ file: SourceFile, depth: Int = 0) throws(CompiledFormError) -> YAMLNode {
    guard depth < CompiledReader.deepest else { throw .malformed }
    let kind: YAMLNode.Kind
    switch try index(below: 3) {
    case 0:
      let text = try string()
      let style = try oneCase(of: YAMLScalar.Style.self)
      let range = try range()
      let bytes = file.bytes
      guard Int(range.upper) <= bytes.count else { throw .malformed }
      kind = .scalar(
        YAMLScalar(
          text: text, style: style, range: range,
          source: bytes[Int(range.lower)..<Int(range.upper)]))
    case 1:
      kind = .sequence(
        try list { (reader) throws(CompiledFormError) in
          try reader.yaml(file, depth: depth + 1)
        })
    default:
      kind = .mapping(
        try list { (reader) throws(CompiledFormError) in
          let key = try reader.yaml(file, depth: depth + 1)
          guard key.scalar != nil else { throw .malformed }
          return (key: key, value: try reader.yaml(file, depth: depth + 1))
        })
    }
    return YAMLNode(kind, at: try range())
  }
}
