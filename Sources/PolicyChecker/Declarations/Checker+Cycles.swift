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
    let circles = Circles(parts)
    for (first, others) in circles.firsts {
      let structure = program.schema.structures[first]
      diagnostics.insert(
        .recursiveStructure(
          structure.name, through: others.map { program.schema.structures[$0].name },
          at: structure.range))
    }
    refuseVastStructures(circles.groups)
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
