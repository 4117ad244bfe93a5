internal import Diagnostics
package import PolicyIR
package import SourceText
package import StructuredText

/// The shipped packs in the form in which the program holds them beside their texts, so that a run
/// need not parse and check them again.
///
/// It knows what texts it was made of, and cannot be used with others. What is in it is read only
/// when it is asked for.
package struct CompiledPacks: Sendable {
  /// What a form starts with; the last byte counts the changes of the form.
  private static let mark = Array("CISPOLC\u{1}".utf8)

  /// The number of bytes of the mark and the two digests.
  private static let headerSize = 24

  private let bytes: [UInt8]
  private let files: [SourceFile]
  private let fileSizes: [Int]
  private let firstFile: FileID
  private var trees: [(head: [String: String], range: Range<Int>)?] = []
  private var programRange = 0..<0

  /// The packs that the program is made of, those that are required first.
  package private(set) var packs: [String] = []

  /// Reads what is in `bytes`, made of `files`, of which the first is known as `firstFile`.
  ///
  /// - Throws: a `CompiledFormError` when it was not made of them, or is damaged.
  package init(
    _ bytes: [UInt8], of files: [SourceFile], firstFile: FileID
  ) throws(CompiledFormError) {
    self.bytes = bytes
    self.files = files
    fileSizes = files.map(\.bytes.count)
    self.firstFile = firstFile
    guard bytes.count >= CompiledPacks.headerSize else { throw .truncated }
    guard bytes.starts(with: CompiledPacks.mark) else { throw .malformed }
    guard CompiledPacks.word(bytes, at: 8) == CompiledPacks.digest(of: files) else {
      throw .stale
    }
    guard CompiledPacks.word(bytes, at: 16) == CompiledPacks.digest(ofPayload: bytes) else {
      throw .malformed
    }
    var reader = reader(of: CompiledPacks.headerSize..<bytes.count)
    packs = try reader.list { (reader) throws(CompiledFormError) in try reader.string() }
    for _ in files {
      guard try reader.bool() else {
        trees.append(nil)
        continue
      }
      let members = try reader.list { (reader) throws(CompiledFormError) in
        (try reader.string(), try reader.string())
      }
      let count = try reader.count()
      let head = Dictionary(members) { first, _ in first }
      trees.append((head, try reader.skip(count)))
    }
    let count = try reader.count()
    programRange = try reader.skip(count)
    guard reader.isAtEnd else { throw .malformed }
  }

  /// Returns the program of the packs.
  package func program() throws(CompiledFormError) -> Program {
    var reader = reader(of: programRange)
    let program = try reader.program()
    guard reader.isAtEnd else { throw .malformed }
    return program
  }

  /// Returns the tree of the YAML file `id`, or `nil` when there is none.
  package func tree(of id: FileID) -> YAMLNode? {
    guard let index = index(of: id), let tree = trees[index] else { return nil }
    var reader = reader(of: tree.range)
    // What is damaged is read from its text instead.
    return try? reader.yaml(files[index].bytes)
  }

  /// Returns the texts that stand at the top of the YAML file `id`, by their keys, or `nil` when
  /// there is no tree of it.
  package func head(of id: FileID) -> [String: String]? {
    index(of: id).flatMap { trees[$0]?.head }
  }

  private func index(of id: FileID) -> Int? {
    guard id >= firstFile else { return nil }
    let index = Int(id.index - firstFile.index)
    return index < trees.count ? index : nil
  }

  private func reader(of range: Range<Int>) -> CompiledReader {
    CompiledReader(bytes, in: range, fileSizes: fileSizes, firstFile: firstFile)
  }

  /// Returns the compiled form of `files`, known by numbers from 0, and of the program that was
  /// made of the packs in them.
  ///
  /// - Throws: a `CompiledFormError` when the program holds what has no compiled form.
  package static func compile(
    _ files: [SourceFile], packs: [String], program: Program
  ) throws(CompiledFormError) -> [UInt8] {
    var writer = CompiledWriter()
    try writer.write(list: packs) { (writer, name) throws(CompiledFormError) in
      writer.write(name)
    }
    var content = writer.bytes
    for (index, file) in files.enumerated() {
      var head = CompiledWriter()
      guard let tree = tree(of: file, id: FileID(index: UInt32(index))) else {
        head.write(false)
        content += head.bytes
        continue
      }
      head.write(true)
      let members = (tree.mapping ?? []).compactMap { member in
        member.value.string.map { (member.key.scalar?.text ?? "", $0) }
      }
      try head.write(list: members) { (writer, member) throws(CompiledFormError) in
        writer.write(member.0)
        writer.write(member.1)
      }
      var body = CompiledWriter()
      try body.write(tree)
      head.write(body.bytes.count)
      content += head.bytes + body.bytes
    }
    var body = CompiledWriter()
    try body.write(program)
    var size = CompiledWriter()
    size.write(body.bytes.count)
    content += size.bytes + body.bytes
    var payload = SourceDigest()
    payload.combine(content)
    return mark + little(digest(of: files)) + little(payload.value) + content
  }

  /// Returns the tree of `file` if it is YAML without mistakes.
  private static func tree(of file: SourceFile, id: FileID) -> YAMLNode? {
    guard PackLoader.isYAML(file.name) else { return nil }
    let (root, problems) = YAMLReader.parse(file, id: id)
    return problems.isEmpty ? root : nil
  }

  private static func digest(of files: [SourceFile]) -> UInt64 {
    var digest = SourceDigest()
    for file in files {
      digest.combine(Array(file.name.utf8))
      digest.combine(file.bytes)
    }
    return digest.value
  }

  private static func digest(ofPayload bytes: [UInt8]) -> UInt64 {
    var digest = SourceDigest()
    digest.combine(bytes, in: headerSize..<bytes.count)
    return digest.value
  }

  private static func word(_ bytes: [UInt8], at offset: Int) -> UInt64 {
    bytes[offset..<offset + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static func little(_ word: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) }
  }
}
