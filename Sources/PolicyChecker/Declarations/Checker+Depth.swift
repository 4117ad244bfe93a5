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

  /// Reports structures that hold others too deeply; `groups` are those that hold each other, each
  /// after all that it holds.
  mutating func refuseDeepStructures(_ groups: [[Int]]) {
    // Of those that hold themselves, which are told as such, the way round counts for nothing.
    // What holds one that is told is not told again.
    let told = 1 << 30
    var depths = Array(repeating: 0, count: program.schema.structures.count)
    for index in groups.joined() {
      let structure = program.schema.structures[index]
      let inner = structure.attributes.map { depth(of: $0.type, depths) }.max() ?? 0
      depths[index] = inner + 1
      guard depths[index] > Checker.deepestStructure else { continue }
      if depths[index] < told {
        diagnostics.insert(
          .structureTooDeep(structure.name, limit: Checker.deepestStructure, at: structure.range))
      }
      depths[index] = told
    }
  }

  /// Returns the levels of `type`, where those of structures are `depths`.
  private func depth(of type: TypeID, _ depths: [Int]) -> Int {
    switch self[type] {
    case .structure(let id): depths[id.index]
    case .list(let element), .set(let element): depth(of: element, depths) + 1
    case .optional(let wrapped): depth(of: wrapped, depths)
    case .map(let key, let value): max(depth(of: key, depths), depth(of: value, depths)) + 1
    default: 0
    }
  }
}
