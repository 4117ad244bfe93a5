internal import Diagnostics
internal import PolicyIR
internal import ResourceModel

/// Declarations that go round in a circle; each circle is one mistake, told at its first part.
extension Checker {
  /// Reports structures that hold themselves, which no column could hold.
  mutating func refuseRecursiveStructures() {
    let parts = program.schema.structures.map { structure in
      structure.attributes.flatMap { structures(in: $0.type) }
    }
    var told: Set<Int> = []
    for (index, structure) in program.schema.structures.enumerated() where !told.contains(index) {
      guard let ring = Checker.ring(from: index, parts) else { continue }
      let reached = Checker.reached(from: index, parts)
      told.formUnion(reached.filter { Checker.reached(from: $0, parts).contains(index) })
      let others = ring.map { program.schema.structures[$0].name }
      diagnostics.insert(
        .recursiveStructure(structure.name, through: others, at: structure.range))
    }
  }

  /// Returns the nodes on a shortest way from `start` back to it, without `start`; `nil` if there is
  /// no such way.
  private static func ring(from start: Int, _ edges: [[Int]]) -> [Int]? {
    var origins: [Int: Int] = [:]
    var open = [start]
    var next = 0
    while next < open.count {
      let node = open[next]
      next += 1
      for target in edges[node] {
        if target == start {
          var way: [Int] = []
          var place = node
          while place != start {
            way.append(place)
            guard let origin = origins[place] else { break }
            place = origin
          }
          return way.reversed()
        }
        if origins[target] == nil {
          origins[target] = node
          open.append(target)
        }
      }
    }
    return nil
  }

  /// Returns the nodes that are reached from `start` in one step or more.
  private static func reached(from start: Int, _ edges: [[Int]]) -> Set<Int> {
    var reached: Set<Int> = []
    var open = [start]
    while let node = open.popLast() {
      for target in edges[node] where reached.insert(target).inserted { open.append(target) }
    }
    return reached
  }

  /// Returns the structures that values of `type` hold, without looking into resources.
  private func structures(in type: TypeID) -> [Int] {
    switch self[type] {
    case .structure(let id): [id.index]
    case .list(let element), .set(let element), .optional(let element): structures(in: element)
    case .map(let key, let value): structures(in: key) + structures(in: value)
    default: []
    }
  }

  /// Reports attributes that are the other direction of what is itself another direction, so that no
  /// source could ever say where the edge leads.
  mutating func refuseInversesOfInverses() {
    var told: Set<EdgeID> = []
    for (index, resource) in program.schema.resources.enumerated() {
      for (place, attribute) in resource.attributes.enumerated() {
        let id = EdgeID(resource: ResourceTypeID(index: index), attribute: place)
        guard let edge = attribute.inverse, !told.contains(edge) else { continue }
        let other = program.schema[edge.resource].attributes[edge.attribute]
        guard other.inverse != nil else { continue }
        told.insert(id)
        let name = "\(program.schema[edge.resource].name).\(other.name)"
        diagnostics.insert(.inverseOfInverse(name, at: attribute.range))
      }
    }
  }
}
