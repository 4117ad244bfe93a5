internal import Diagnostics
internal import DomainValues
package import PolicyIR
package import SourceText

extension CompiledPacks {
  /// Returns the compiled form of the packs in `folders` and of programs that were made of some of
  /// them each; `files` are all files of theirs, known by numbers from 0.
  ///
  /// - Throws: a `CompiledFormError` when a program holds what has no compiled form.
  package static func compile(
    _ folders: [PackFolder], files: [SourceFile], programs: [(packs: [String], program: Program)]
  ) throws(CompiledFormError) -> [UInt8] {
    var texts = ControlTextTable()
    var contents: [FileID: [UInt8]] = [:]
    var sources = SourceMap()
    for folder in folders {
      let ids = PackLoader.insert(folder, into: &sources)
      for (id, content) in try compile(folder, ids, sources, &texts) { contents[id] = content }
    }
    var bodies: [[UInt8]] = []
    for (_, program) in programs {
      var body = CompiledWriter()
      try body.write(program)
      bodies.append(body.bytes)
    }
    var writer = CompiledWriter()
    try writer.write(list: Array(zip(programs, bodies))) {
      (writer, item) throws(CompiledFormError) in
      let (program, body) = item
      try writer.write(list: program.packs) { (writer, name) throws(CompiledFormError) in
        writer.write(name)
      }
      writer.write(digest(of: FileBytes(body), in: body.indices))
      writer.write(body.count)
    }
    var head = writer.bytes
    for index in files.indices { head += contents[FileID(index: UInt32(index))] ?? [0] }
    return sealed(head + texts.bytes, bodies, of: files)
  }

  /// Returns `head`, after what tells that it was made of `files` and not changed since, and after it
  /// the `programs` of which it speaks.
  package static func sealed(
    _ head: [UInt8], _ programs: [[UInt8]], of files: [SourceFile]
  ) -> [UInt8] {
    let digests = [digest(of: files), digest(of: FileBytes(head), in: head.indices)]
    return mark + (digests + [UInt64(head.count)]).flatMap(little) + head + programs.joined()
  }

  /// Returns what is held of the files `ids` of the pack in `folder`; nothing, unless the pack reads
  /// without any remark, which a run that does not read the texts could not make.
  private static func compile(
    _ folder: PackFolder, _ ids: [(path: String, id: FileID)], _ sources: SourceMap,
    _ texts: inout ControlTextTable
  ) throws(CompiledFormError) -> [(FileID, [UInt8])] {
    var sources = sources
    let (pack, problems) = PackLoader.load(folder, ids, into: &sources)
    let benchmarkFiles = ids.filter { PackLoader.holdsBenchmark($0.path) }
    guard let pack, problems.isEmpty, pack.overlays.isEmpty,
      pack.benchmarks.count == benchmarkFiles.count,
      let manifest = ids.first(where: { $0.path == PackLoader.manifestPath })
    else { return [] }
    var writer = CompiledWriter()
    try writer.write(pack.manifest)
    var contents = [(manifest.id, [1] + writer.sizedBytes)]
    for (file, benchmark) in zip(benchmarkFiles, pack.benchmarks) {
      var head = CompiledWriter()
      head.write(2)
      head.write(benchmark.name)
      head.write(benchmark.version.description)
      var body = CompiledWriter()
      try body.write(benchmark, &texts)
      contents.append((file.id, head.bytes + body.sizedBytes))
    }
    return contents
  }

  private static func little(_ word: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) }
  }
}

extension CompiledWriter {
  /// What was written, after the number of its bytes.
  var sizedBytes: [UInt8] {
    var size = CompiledWriter()
    size.write(bytes.count)
    return size.bytes + bytes
  }
}
