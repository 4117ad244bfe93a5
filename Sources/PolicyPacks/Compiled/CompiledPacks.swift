internal import DomainValues
package import PolicyIR
package import SourceText

/// The shipped packs in the form in which the program holds them beside their texts, so that a run
/// need not read, parse and check them again.
///
/// It knows what texts it was made of, and cannot be used with others. What is in it is read only
/// when it is asked for.
package struct CompiledPacks: Sendable {
  /// What is held of a file.
  private enum Content: Sendable {
    /// Nothing: its text counts.
    case nothing
    /// What the pack says of itself, whose files read without any remark.
    case manifest(Range<Int>)
    /// A benchmark of such a pack.
    case benchmark(name: String, version: Version, Range<Int>)
  }

  /// A program that was made of some of the packs.
  private struct CompiledProgram: Sendable {
    /// The packs, those that are required first.
    let packs: [String]
    /// The digest of its bytes.
    let digest: UInt64
    /// Where they are.
    let range: Range<Int>
  }

  /// What a form starts with; the last byte counts the changes of the form.
  static let mark = Array("CISPOLC\u{3}".utf8)

  /// The number of bytes of the mark, of the digests of the texts and of the head, and of the head's
  /// length.
  private static let headerSize = 32

  private let bytes: FileBytes
  private let files: [SourceFile]
  private let fileSizes: [Int]
  private let firstFile: FileID
  private var contents: [Content] = []
  private var textRanges: [Range<Int>] = []
  private var compiledPrograms: [CompiledProgram] = []

  /// The packs that each program is made of, those that are required first.
  package var programs: [[String]] { compiledPrograms.map(\.packs) }

  /// Reads what is in `bytes`, made of `files`, of which the first is known as `firstFile`.
  ///
  /// - Throws: a `CompiledFormError` when it was not made of them, or is damaged before its programs.
  package init(
    _ bytes: FileBytes, of files: [SourceFile], firstFile: FileID
  ) throws(CompiledFormError) {
    self.bytes = bytes
    self.files = files
    fileSizes = files.map(\.byteCount)
    self.firstFile = firstFile
    guard bytes.count >= CompiledPacks.headerSize else { throw .truncated }
    let (isMarked, source, digest, size) = unsafe bytes.withBytes { buffer in
      unsafe (
        buffer.starts(with: CompiledPacks.mark), CompiledPacks.word(buffer, at: 8),
        CompiledPacks.word(buffer, at: 16), CompiledPacks.word(buffer, at: 24)
      )
    }
    guard isMarked else { throw .malformed }
    guard source == CompiledPacks.digest(of: files) else { throw .stale }
    guard size <= UInt64(bytes.count - CompiledPacks.headerSize) else { throw .truncated }
    let head = CompiledPacks.headerSize..<CompiledPacks.headerSize + Int(size)
    guard digest == CompiledPacks.digest(of: bytes, in: head) else { throw .malformed }
    // A local copy, because what is read is put into `self`.
    let read = try CompiledReader.read(
      bytes, in: head, fileSizes: fileSizes, firstFile: firstFile
    ) { (reader) throws(CompiledFormError) in
      // The programs follow the head in their order.
      var start = head.upperBound
      let programs = try reader.list { (reader) throws(CompiledFormError) in
        let (packs, digest) = (try reader.texts(), try reader.number())
        let end = start + (try reader.index(below: bytes.count - start + 1))
        defer { start = end }
        return CompiledProgram(packs: packs, digest: digest, range: start..<end)
      }
      guard start == bytes.count else { throw .truncated }
      var contents: [Content] = []
      contents.reserveCapacity(files.count)
      for _ in files { contents.append(try CompiledPacks.content(&reader)) }
      let textRanges = try reader.list { (reader) throws(CompiledFormError) in
        try reader.skip(try reader.count())
      }
      guard reader.isAtEnd else { throw .malformed }
      return (programs, contents, textRanges)
    }
    (compiledPrograms, contents, textRanges) = read
  }

  private static func content(
    _ reader: inout CompiledReader
  ) throws(CompiledFormError) -> Content {
    switch try reader.index(below: 3) {
    case 0: return .nothing
    case 1: return .manifest(try reader.skip(try reader.count()))
    default:
      return .benchmark(
        name: try reader.string(), version: try reader.version(),
        try reader.skip(try reader.count()))
    }
  }

  /// Returns the program at the 0-based index among `programs`, with room for `spare` more terms.
  ///
  /// - Throws: a `CompiledFormError` when it is damaged.
  package func program(at index: Int, spare: Int = 0) throws(CompiledFormError) -> Program {
    let program = compiledPrograms[index]
    guard program.digest == CompiledPacks.digest(of: bytes, in: program.range) else {
      throw .malformed
    }
    return try read(program.range) { (reader) throws(CompiledFormError) in
      try reader.program(spare: spare)
    }
  }

  /// Returns what the pack says of itself whose pack file is `id`, or `nil` when its texts count.
  func manifest(in id: FileID) -> PackManifest? {
    guard case .manifest(let range)? = content(of: id), let index = index(of: id) else {
      return nil
    }
    // What is damaged is read from its text instead.
    return try? read(range) { (reader) throws(CompiledFormError) in
      try reader.manifest(files[index])
    }
  }

  /// Returns the name and version of the benchmark in the file `id`, or `nil` when its text counts.
  func benchmarkName(in id: FileID) -> (name: String, version: Version)? {
    guard case .benchmark(let name, let version, _)? = content(of: id) else { return nil }
    return (name, version)
  }

  /// Returns the benchmark in the file `id`, or `nil` when its text counts.
  func benchmark(in id: FileID) -> Benchmark? {
    guard case .benchmark(_, _, let range)? = content(of: id), let index = index(of: id) else {
      return nil
    }
    return try? read(range) { (reader) throws(CompiledFormError) in
      try reader.benchmark(files[index], textCount: textRanges.count) {
        (index) throws(CompiledFormError) in
        try read(textRanges[index]) { (reader) throws(CompiledFormError) in
          try reader.controlTexts()
        }
      }
    }
  }

  private func content(of id: FileID) -> Content? { index(of: id).map { contents[$0] } }

  private func index(of id: FileID) -> Int? {
    guard id >= firstFile else { return nil }
    let index = Int(id.index - firstFile.index)
    return index < contents.count ? index : nil
  }

  /// Returns what `body` reads of all that is in `range`.
  private func read<Result>(
    _ range: Range<Int>, _ body: (inout CompiledReader) throws(CompiledFormError) -> Result
  ) throws(CompiledFormError) -> Result {
    try CompiledReader.read(bytes, in: range, fileSizes: fileSizes, firstFile: firstFile) {
      (reader) throws(CompiledFormError) in
      let result = try body(&reader)
      guard reader.isAtEnd else { throw .malformed }
      return result
    }
  }

  /// Returns a digest of the names and contents of `files`.
  static func digest(of files: [SourceFile]) -> UInt64 {
    var digest = SourceDigest()
    for file in files {
      var name = file.name
      name.withUTF8 { unsafe digest.combine($0) }
      unsafe file.withBytes { unsafe digest.combine($0) }
    }
    return digest.value
  }

  /// Returns a digest of the bytes in `range`.
  static func digest(of bytes: FileBytes, in range: Range<Int>) -> UInt64 {
    var digest = SourceDigest()
    unsafe bytes.withBytes {
      unsafe digest.combine(UnsafeBufferPointer(rebasing: $0[range]))
    }
    return digest.value
  }

  private static func word(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> UInt64 {
    (0..<8).reversed().reduce(0) { unsafe $0 << 8 | UInt64(bytes[offset + $1]) }
  }
}
