internal import Diagnostics
internal import PolicyPacks
internal import SourceText

/// Reads the bytes as what people decide, as the first one says: 0 a configuration, 1 waivers,
/// 2 attestations.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzzGovernance(_ start: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: size))
  guard let first = bytes.first else { return 0 }
  let file = SourceFile(name: "fuzz.yaml", bytes: Array(bytes.dropFirst()))
  var sources = SourceMap()
  let id = sources.insert(file)
  var places: [SourceRange] = []
  let diagnostics: DiagnosticSet
  switch first % 3 {
  case 0:
    let (configuration, problems) = ProjectConfiguration.read(id, of: sources)
    precondition(configuration != nil || problems.containsError, "what is refused is reported")
    diagnostics = problems
  case 1:
    let (waivers, problems) = Waiver.read([id], of: sources, limits: .standard)
    precondition(Set(waivers.map(\.id)).count == waivers.count, "ids are unique")
    precondition(waivers.allSatisfy { $0.granted <= $0.expires } || problems.containsError)
    places = waivers.map(\.range)
    diagnostics = problems
  default:
    let (attestations, problems) = Attestation.read([id], of: sources)
    places = attestations.map(\.control.range)
    diagnostics = problems
  }
  for place in places + diagnostics.elements.map(\.primary) {
    precondition(Int(place.upper) <= file.bytes.count, "places are in the file")
  }
  return 0
}
