internal import Diagnostics
internal import PolicyPacks
internal import SourceText

/// Loads the bytes as the pack file of a pack when the first one is even, else as a benchmark.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzzPack(_ start: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: size))
  guard let first = bytes.first else { return 0 }
  let rest = Array(bytes.dropFirst())
  let manifest = Array("pack: a\nversion: 1.0.0\ntitle: A\n".utf8)
  let isManifest = first & 1 == 0
  let folder = PackFolder(
    name: "fuzz",
    files: [
      .init(path: PackLoader.manifestPath, bytes: isManifest ? rest : manifest),
      .init(path: "a.cispol", bytes: []),
      .init(path: "benchmarks/a.yaml", bytes: isManifest ? [] : rest),
    ])
  var sources = SourceMap()
  let (pack, diagnostics) = PackLoader.load(folder, into: &sources)
  precondition(pack != nil || diagnostics.containsError, "what cannot be loaded is reported")
  for diagnostic in diagnostics.elements {
    let file = sources[diagnostic.primary.file]
    precondition(Int(diagnostic.primary.upper) <= file.bytes.count, "places are in the file")
  }
  return 0
}
