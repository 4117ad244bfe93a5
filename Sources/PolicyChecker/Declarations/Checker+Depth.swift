internal import Diagnostics
internal import PolicyIR
internal import ResourceModel

/// Declarations that are in each other more deeply than whoever walks through them may go.
extension Checker {
  /// The most levels of structures and collections inside each other.
  private static let deepestStructure = 256

  /// Reports which of `functions`, in the order in which they call each other, could not be evaluated,
  /// because calls are in calls more deeply than is allowed.
  mutating func refuseDeepCalls(_ functions: some Sequence<Int>) {
    var heights = CallHeights(program)
    for index in functions { heights.visit(index) }
    for index in heights.tooHigh {
      let function = program.functions[index]
      diagnostics.insert(
        .callsTooDeep(function.name, limit: Program.greatestDepth, at: function.range))
    }
  }

  /// The most fields of a structure, with those of what it holds: each has a column for every
  /// attribute of the structure.
  private static let mostFields = 10_000

  /// What a structure or type comes to with all that it holds.
  private struct Extent {
    /// The levels of structures and collections inside each other.
    var depth = 0
    /// The number of fields.
    var fields = 0

    /// What is past all limits and was told.
    static let told = Extent(depth: 1 << 30, fields: 1 << 30)
  }

  /// Reports structures that hold others too deeply, or too many; `groups` are those that hold each
  /// other, each after all that it holds.
  mutating func refuseVastStructures(_ groups: [[Int]]) {
    // Of those that hold themselves, which are told as such, the way round counts for nothing.
    // What holds one that is told is not told again.
    var extents = Array(repeating: Extent(), count: program.schema.structures.count)
    for index in groups.joined() {
      let structure = program.schema.structures[index]
      var extent = Extent(depth: 1)
      for attribute in structure.attributes {
        let inner = self.extent(of: attribute.type, extents)
        extent.depth = max(extent.depth, inner.depth + 1)
        extent.fields = min(extent.fields + inner.fields + 1, Extent.told.fields)
      }
      extents[index] = extent
      let isTooDeep = extent.depth > Checker.deepestStructure
      guard isTooDeep || extent.fields > Checker.mostFields else { continue }
      if extent.depth < Extent.told.depth, extent.fields < Extent.told.fields {
        diagnostics.insert(
          isTooDeep
            ? .structureTooDeep(
              structure.name, limit: Checker.deepestStructure, at: structure.range)
            : .structureTooLarge(structure.name, limit: Checker.mostFields, at: structure.range))
      }
      extents[index] = .told
    }
  }

  /// Returns what `type` comes to, where structures come to `extents`.
  private func extent(of type: TypeID, _ extents: [Extent]) -> Extent {
    switch self[type] {
    case .structure(let id): return extents[id.index]
    case .list(let element), .set(let element):
      let inner = extent(of: element, extents)
      return Extent(depth: inner.depth + 1, fields: inner.fields)
    case .optional(let wrapped): return extent(of: wrapped, extents)
    case .map(let key, let value):
      let (one, other) = (extent(of: key, extents), extent(of: value, extents))
      return Extent(
        depth: max(one.depth, other.depth) + 1,
        fields: min(one.fields + other.fields, Extent.told.fields))
    default: return Extent()
    }
  }
}
