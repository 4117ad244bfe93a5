internal import SourceText
internal import StructuredText

/// Reads which resource instances there will be after a plan is applied.
struct PlanResources {
  /// The plan.
  private let document: PlanDocument

  /// The changes by address.
  private var changes: [ExactText: (node: JSONNodeID, actions: PlanActions)] = [:]

  /// The resources found so far, in source order.
  private(set) var resources: [PlanResource] = []

  /// The addresses found so far.
  private var found: Set<ExactText> = []

  /// Whether every managed resource must have a change.
  private let demandsChanges: Bool

  /// Reads the resources of `document`; a complete plan says of each what happens to it.
  init(_ document: PlanDocument, isComplete: Bool) throws(CollectError) {
    self.document = document
    let root = document.json.root
    demandsChanges = isComplete && document.present("resource_changes", of: root) != nil
    let entries = try document.objects("resource_changes", of: root, path: "")
    try readChanges(entries)
    if let planned = try document.object("planned_values", of: root, path: ""),
      let module = try document.object("root_module", of: planned, path: "planned_values")
    {
      try readModule(module, address: "", onlyData: false)
    }
    // A data source that waits for apply stands in no state yet.
    for entry in entries where document.present("deposed", of: entry) == nil {
      let address = try document.string("address", of: entry, path: "resource_changes")
      guard case .read? = changes[ExactText(address)]?.actions else { continue }
      try insert(entry, module: moduleAddress(of: entry, resource: address), onlyData: true)
    }
    if let prior = try document.object("prior_state", of: root, path: ""),
      let values = try document.object("values", of: prior, path: "prior_state"),
      let module = try document.object("root_module", of: values, path: "prior_state.values")
    {
      try readModule(module, address: "", onlyData: true)
    }
  }

  /// Reads `resource_changes`, whose elements are `entries`.
  private mutating func readChanges(_ entries: [JSONNodeID]) throws(CollectError) {
    for (index, entry) in entries.enumerated() {
      var path: String { "resource_changes[\(index)]" }
      guard let change = try document.object("change", of: entry, path: path) else {
        throw document.wrongShape(entry, path, "an object with `change`")
      }
      let address = try document.string("address", of: entry, path: path)
      guard let list = document.present("actions", of: change),
        let actions = PlanActions(document.json.children(of: list).compactMap(document.json.string))
      else { throw document.wrongShape(change, path + ".change", "an object with known `actions`") }
      // Deposed objects are left over from an earlier replacement and are to be deleted.
      if document.present("deposed", of: entry) != nil { continue }
      guard changes.updateValue((change, actions), forKey: ExactText(address)) == nil else {
        throw document.wrongShape(entry, path + ".address", "given once")
      }
    }
  }

  /// Reads the resources of the module instance at `address`, and of those in it.
  private mutating func readModule(
    _ module: JSONNodeID, address: String, onlyData: Bool
  ) throws(CollectError) {
    let path = address.isEmpty ? "root_module" : address
    for resource in try document.objects("resources", of: module, path: path) {
      try insert(resource, module: address, onlyData: onlyData)
    }
    for child in try document.objects("child_modules", of: module, path: path) {
      let address = try document.string("address", of: child, path: path + ".child_modules")
      try readModule(child, address: address, onlyData: onlyData)
    }
  }

  /// Adds the resource at `node`, unless it was found before.
  private mutating func insert(
    _ node: JSONNodeID, module: String, onlyData: Bool
  ) throws(CollectError) {
    var path: String { module.isEmpty ? "resources" : module + ".resources" }
    let mode = try document.string("mode", of: node, path: path)
    guard mode == "managed" || mode == "data" else {
      throw document.wrongShape(node, path, "an object whose `mode` is `managed` or `data`")
    }
    let isData = mode == "data"
    if onlyData, !isData { return }
    let type = try document.string("type", of: node, path: path)
    let name = try document.string("name", of: node, path: path)
    let key = try instanceKey(of: node, path: path)
    let address =
      try document.optionalString("address", of: node, path: path)
      ?? composedAddress(module: module, isData: isData, type: type, name: name, key: key)
    let change = changes[ExactText(address)]
    if change == nil, demandsChanges, !isData {
      throw document.wrongShape(node, address, "in `resource_changes` too")
    }
    if case .remove? = change?.actions { return }
    guard found.insert(ExactText(address)).inserted else {
      if onlyData { return }
      throw document.wrongShape(node, address, "given once")
    }
    resources.append(
      PlanResource(
        address: address, module: module, isData: isData, type: type, name: name, key: key,
        node: node, change: change?.node, actions: change?.actions ?? .keep,
        blockAddress: (isData ? "data." : "") + type + "." + name))
  }

  /// Returns the `index` of the resource at `node`.
  private func instanceKey(of node: JSONNodeID, path: String) throws(CollectError) -> InstanceKey? {
    guard let index = document.present("index", of: node) else { return nil }
    if let text = document.json.string(index) { return .string(ExactText(text)) }
    if let text = document.json.numberText(index) { return .number(text) }
    throw document.wrongShape(index, path + ".index", "a number or a string")
  }

  /// Returns the address of a resource that the plan gives in parts.
  private func composedAddress(
    module: String, isData: Bool, type: String, name: String, key: InstanceKey?
  ) -> String {
    let local = (isData ? "data." : "") + type + "." + name
    // Terraform writes addresses since 0.12, so composing them need not work for any length.
    let prefix = module.isEmpty ? local : ShownPath.start(of: module, length: 4096) + "." + local
    switch key {
    case nil: return prefix
    case .number(let number)?: return prefix + "[\(number)]"
    case .string(let text)?: return prefix + "[\"\(text)\"]"
    }
  }

  /// Returns the module address of the entry of `resource_changes` for the resource `resource`.
  private func moduleAddress(
    of entry: JSONNodeID, resource: String
  ) throws(CollectError) -> String {
    try document.optionalString("module_address", of: entry, path: resource) ?? ""
  }
}
