internal import Pipelines
internal import PolicyPacks

extension CheckRequest {
  /// The paths of the files that were read for it, the configuration aside.
  var filesRead: [String] {
    let policies = packs.flatMap { folder in folder.files.map { folder.prefix + $0.path } }
    return policies
      + (inputs.map(\.name) + waivers.map(\.name) + attestations.map(\.name)).map {
        $0 == PolicyFiles.standardInput ? "-" : $0
      }
  }
}
