internal import PolicyIR
internal import PolicyInterpreter
internal import ResourceModel
internal import SourceText

/// The providers of whose resources mappings speak.
///
/// What comes from others, such as random numbers or what only hands something on, is in no account
/// that anybody judges. The types of a provider start with its name.
struct ProviderFamilies {
  private let names: Set<Substring>

  /// Creates the providers of the types that `mappings` read.
  init(_ mappings: [Mapping]) {
    names = Set(mappings.flatMap(\.rawTypes).map { ProviderFamilies.name(of: $0) })
  }

  /// Returns the name that the provider of the type gives to its types.
  private static func name(of type: String) -> Substring {
    let start = type.hasPrefix("data.") ? type.dropFirst("data.".count) : Substring(type)
    return start.prefix { $0 != "_" }
  }

  /// Returns the places of the input that have something of these providers; all, if none has.
  func sites(of index: RawIndex) -> [RawSites.Site] {
    let types = index.types.counts.map(\.type.text)
    let own = types.filter { names.contains(ProviderFamilies.name(of: $0)) }
    if own.isEmpty || own.count == types.count { return index.sites.sites }
    let found = Set(index.types.resources(ofAny: own).map { index.sites[$0] })
    return index.sites.sites.filter { found.contains($0) }
  }
}
