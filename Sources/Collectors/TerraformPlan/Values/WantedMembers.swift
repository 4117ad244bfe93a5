internal import ResourceModel
internal import SourceText
internal import StructuredText

/// Which attributes of resources are collected: those that are read, and those that tell where a
/// resource is.
struct WantedMembers {
  /// What is wanted of some resources.
  private enum Choice {
    /// It was not asked for.
    case unprepared
    /// What has one of the names at this 0-based place.
    case named(Int)
    /// Everything.
    case all
  }

  private let reads: RawReads
  private let types: [String]
  private let json: JSONDocument

  /// What is wanted, for each type twice: of resources whose own name does not tell where they are,
  /// and of those whose name does.
  private var choices: [Choice]

  /// The names of what is wanted.
  private var names: [JSONNames] = []

  /// What is wanted of the resource at hand.
  private var current = Choice.all

  /// Prepares what is in `reads` of resources of the types called `types`, by their numbers.
  init(_ reads: RawReads, types: [String], in json: JSONDocument) {
    self.reads = reads
    self.types = types
    self.json = json
    choices = Array(repeating: .unprepared, count: 2 * types.count)
  }

  /// Turns to the attributes of `resource`.
  mutating func begin(_ resource: PlanResource) {
    let place = 2 * resource.type + (resource.tellsPlace ? 1 : 0)
    current = choices[place]
    guard case .unprepared = current else { return }
    switch reads.members(of: types[resource.type]) {
    case .all: current = .all
    case .named(let members):
      current = .named(names.count)
      let tellers = resource.tellsPlace ? ["region", "arn"] : ["region"]
      names.append(JSONNames(members.sorted().map(\.text) + tellers))
    }
    choices[place] = current
  }

  /// Returns whether the attribute with the key `key` is wanted.
  mutating func contains(_ key: JSONNodeID) -> Bool {
    switch current {
    case .unprepared, .all: true
    case .named(let place): names[place].contains(key, of: json)
    }
  }
}
