import Foundation

/// Which values of a plan are configured.
extension PlanDocument {
  /// The configured values of all managed resources.
  ///
  /// A text that also stands somewhere else is left out, unless it comes from another resource: something
  /// names its resource by it, and would have to be hidden with it.
  var spots: [Spot] {
    var counts: [String: Int] = [:]
    count(self[PlanDocument.path("planned_values")], into: &counts)
    count(self[PlanDocument.path("resource_changes")], "before", into: &counts)
    let changes = self[PlanDocument.path("resource_changes")] as? [[String: Any]] ?? []
    var places: [String: Int] = [:]
    for (index, change) in changes.enumerated() where change["deposed"] == nil {
      places[change["address"] as? String ?? ""] = index
    }
    let module = PlanDocument.path("planned_values", "root_module")
    return spots(inModule: module, places).filter { spot in
      guard let text = spot.value as? String, counts[text, default: 0] > 1 else { return true }
      return spot.comesFromResource
    }
  }

  /// Returns whether the expression at the path refers to a resource.
  private func comesFromResource(_ path: [Step]) -> Bool {
    let references = self[path + [.name("references")]] as? [String] ?? []
    let others = ["var.", "local.", "each.", "count.", "path.", "terraform.", "module."]
    return references.contains { reference in !others.contains { reference.hasPrefix($0) } }
  }

  /// Whether something in the plan is there already, and stays.
  var showsWhatExists: Bool {
    list(PlanDocument.path("resource_changes")).contains { entry in
      let change = entry["change"] as? [String: Any]
      return [["no-op"], ["update"]].contains(change?["actions"] as? [String])
    }
  }

  private func spots(inModule module: [Step], _ changes: [String: Int]) -> [Spot] {
    var spots: [Spot] = []
    for (index, resource) in list(module + [.name("resources")]).enumerated() {
      guard resource["mode"] as? String == "managed",
        let address = resource["address"] as? String, let change = changes[address],
        let expressions = expressions(of: address)
      else { continue }
      let planned = module + [.name("resources"), .index(index), .name("values")]
      for path in leaves(self[planned], at: []) {
        guard let (expression, depth) = expression(below: expressions, path) else { continue }
        let own = Array(path.prefix(depth))
        guard !spots.contains(where: { $0.planned == planned && $0.path == own }),
          let value = self[planned + own]
        else { continue }
        spots.append(
          Spot(
            address: address, planned: planned,
            change: PlanDocument.path("resource_changes") + [.index(change)],
            expression: expression, path: own, value: value,
            comesFromResource: comesFromResource(expression)))
      }
    }
    let inner = module + [.name("child_modules")]
    for index in list(inner).indices {
      spots += self.spots(inModule: inner + [.index(index)], changes)
    }
    return spots
  }

  /// Returns where the expressions of the resource with the address are.
  private func expressions(of address: String) -> [Step]? {
    let plain = address.replacing(/\[(?:[^\[\]"]|"[^"]*")*\]/, with: "")
    var names = plain.split(separator: ".").map(String.init)[...]
    var module = PlanDocument.path("configuration", "root_module")
    while names.first == "module", names.count > 2 {
      module += [.name("module_calls"), .name(names[names.startIndex + 1]), .name("module")]
      names = names.dropFirst(2)
    }
    let own = names.joined(separator: ".")
    return list(module + [.name("resources")]).firstIndex { $0["address"] as? String == own }
      .map { module + [.name("resources"), .index($0), .name("expressions")] }
  }

  /// Returns where the expression is that gives what is at the path, and how many steps of the path
  /// lead to all that it gives.
  private func expression(below start: [Step], _ path: [Step]) -> (place: [Step], depth: Int)? {
    var place = start
    for (depth, step) in path.enumerated() {
      if case .index(0) = step, self[place] is [String: Any] { continue }
      place.append(step)
      guard let found = self[place] else { return nil }
      guard let object = found as? [String: Any] else { continue }
      if object["constant_value"] != nil || object["references"] != nil {
        return (place, depth + 1)
      }
    }
    return nil
  }

  /// Returns the paths of what has no objects in it.
  private func leaves(_ value: Any?, at path: [Step]) -> [[Step]] {
    switch value {
    case let object as [String: Any]:
      object.keys.sorted().flatMap { leaves(object[$0], at: path + [.name($0)]) }
    case let objects as [[String: Any]] where !objects.isEmpty:
      objects.indices.flatMap { leaves(objects[$0], at: path + [.index($0)]) }
    case nil, is NSNull: []
    default: [path]
    }
  }

  /// Counts texts; only those below members called `name`, if it is given.
  private func count(_ value: Any?, _ name: String? = nil, into counts: inout [String: Int]) {
    switch value {
    case let object as [String: Any]:
      for (key, member) in object { count(member, key == name ? nil : name, into: &counts) }
    case let list as [Any]: for element in list { count(element, name, into: &counts) }
    case let text as String where name == nil: counts[text, default: 0] += 1
    default: break
    }
  }

  private func list(_ path: [Step]) -> [[String: Any]] { self[path] as? [[String: Any]] ?? [] }
}
