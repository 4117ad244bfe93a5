internal import DomainValues
internal import PolicyIR
internal import SourceText

extension CompiledWriter {
  /// Writes what a pack says of itself.
  mutating func write(_ manifest: PackManifest) throws(CompiledFormError) {
    write(manifest.name)
    write(manifest.version.description)
    write(manifest.title)
    try write(list: manifest.requirements) { (writer, requirement) throws(CompiledFormError) in
      writer.write(requirement.name)
      writer.write(requirement.version.description)
      writer.write(requirement.range)
    }
    write(case: manifest.benchmarks)
    try write(optional: manifest.lint) { (writer, lint) throws(CompiledFormError) in
      try writer.write(lint)
    }
    write(manifest.range)
  }
}

extension CompiledReader {
  /// Returns what a pack says of itself, whose pack file is `file`.
  mutating func manifest(_ file: SourceFile) throws(CompiledFormError) -> PackManifest {
    let name = try string()
    let version = try version()
    let title = try string()
    let requirements = try list { (reader) throws(CompiledFormError) in
      PackManifest.Requirement(
        name: try reader.string(), version: try reader.version(), range: try reader.range())
    }
    let benchmarks = try oneCase(of: BenchmarkUse.self)
    let lint = try optional { (reader) throws(CompiledFormError) in try reader.yaml(file) }
    return PackManifest(
      name: name, version: version, title: title, requirements: requirements,
      benchmarks: benchmarks, lint: lint, range: try range())
  }

  /// Returns a version.
  mutating func version() throws(CompiledFormError) -> Version {
    guard let version = try? Version.parse(try string()) else { throw .malformed }
    return version
  }
}
