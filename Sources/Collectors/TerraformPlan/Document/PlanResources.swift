internal import SourceText
internal import StructuredText

/// Reads which resource instances there will be after a plan is applied.
struct PlanResources {
  /// The plan.
  private let document: PlanDocument

  /// The names of resources.
  private(set) var names: PlanNames

  /// The changes, in source order.
  private var changes: [PlanChange] = []

  /// The changes of objects that are left over from an earlier replacement, in source order.
  private var deposed: [PlanChange] = []

  /// Where in `changes` the change is of each address, by its number; -1 where there is none.
  private var places: [Int] = []

  /// The change that is likely to be of the next resource.
  private var next = 0

  /// The resources found so far, in source order.
  private(set) var resources: [PlanResource] = []

  /// Whether a resource with the address was found, by its number.
  private var found: [Bool] = []

  /// Whether every managed resource must have a change.
  private let demandsChanges: Bool

  /// The members of an element of `resource_changes` that are read.
  private var entryForm = JSONForm([.address, .change, .deposed])

  /// The members of a change that are read.
  private var changeForm = JSONForm([
    .actions, .after, .afterUnknown, .afterSensitive, .before, .beforeSensitive,
  ])

  /// The members of a resource that are read.
  private var form = JSONForm([
    .address, .mode, .type, .name, .index, .providerName, .values, .sensitiveValues,
  ])

  /// Reads the resources of `document`; a complete plan says of each what happens to it.
  init(_ document: PlanDocument, isComplete: Bool) throws(CollectError) {
    self.document = document
    names = PlanNames(document.json)
    let root = document.json.root
    demandsChanges = isComplete && document.present(.resourceChanges, of: root) != nil
    try readChanges()
    if let planned = try document.object(.plannedValues, of: root, path: ""),
      let module = try document.object(.rootModule, of: planned, path: "planned_values")
    {
      try readModule(module, address: "", onlyData: false)
    }
    if isComplete { try demandPlanned() }
    // A data source that waits for apply stands in no state yet.
    for change in changes where change.actions == .read {
      let address = document.json.string(change.address) ?? ""
      try insert(
        change.entry, module: moduleAddress(of: change.entry, resource: address), onlyData: true)
    }
    if let prior = try document.object(.priorState, of: root, path: ""),
      let values = try document.object(.values, of: prior, path: "prior_state"),
      let module = try document.object(.rootModule, of: values, path: "prior_state.values")
    {
      try readModule(module, address: "", onlyData: true)
    }
    try insertFormer(changes)
    try insertFormer(deposed)
  }

  /// Reads `resource_changes`.
  private mutating func readChanges() throws(CollectError) {
    let json = document.json
    let entries = try document.elements(.resourceChanges, of: json.root, path: "")
    changes.reserveCapacity(entries.count)
    places.reserveCapacity(entries.count + 1)
    for (index, entry) in entries.enumerated() {
      try document.demandObject(entry, index, .resourceChanges, path: "")
      var path: String { "resource_changes[\(index)]" }
      entryForm.read(entry, of: json)
      guard let change = try document.object(entryForm[1], .change, path: path) else {
        throw document.wrongShape(entry, path, "an object with `change`")
      }
      let text = try document.text(entryForm[0], .address, of: entry, path: path)
      changeForm.read(change, of: json)
      guard let list = document.present(changeForm[0]), let actions = PlanActions(list, in: json)
      else { throw document.wrongShape(change, path + ".change", "an object with known `actions`") }
      let number = names.address(text)
      while places.count < names.addressCount { places.append(-1) }
      let isLeftOver = document.present(entryForm[2]) != nil
      let read = PlanChange(
        address: text, number: number, actions: actions,
        before: PlanActions.endFormer(list, in: json) ? document.present(changeForm[4]) : nil,
        isDeposed: isLeftOver || PlanActions.createFirst(list, in: json),
        beforeSensitive: changeForm[5], after: changeForm[1],
        afterUnknown: changeForm[2], afterSensitive: changeForm[3], entry: entry)
      // There is another object with the address, or none any more.
      if isLeftOver {
        deposed.append(read)
        continue
      }
      guard places[number] < 0 else {
        throw document.wrongShape(entry, path + ".address", "given once")
      }
      places[number] = changes.count
      changes.append(read)
    }
  }

  /// Makes sure that every managed resource that a change leaves or makes was found.
  private func demandPlanned() throws(CollectError) {
    for change in changes {
      switch change.actions {
      case .remove, .read: continue
      case .keep, .create: break
      }
      if change.number < found.count, found[change.number] { continue }
      let mode = document.json.member(.mode, of: change.entry)
      if let mode, document.json.isString(mode, "data") { continue }
      let address = document.json.string(change.address) ?? ""
      throw document.wrongShape(change.entry, address, "in `planned_values` too")
    }
  }

  /// Reads the resources of the module instance at `address`, and of those in it.
  private mutating func readModule(
    _ module: JSONNodeID, address: String, onlyData: Bool
  ) throws(CollectError) {
    let path = address.isEmpty ? "root_module" : address
    let nodes = try document.elements(.resources, of: module, path: path)
    if !onlyData, nodes.count > resources.count {
      resources.reserveCapacity(resources.count + nodes.count)
    }
    for (index, resource) in nodes.enumerated() {
      try document.demandObject(resource, index, .resources, path: path)
      try insert(resource, module: address, onlyData: onlyData)
    }
    let children = try document.elements(.childModules, of: module, path: path)
    for (index, child) in children.enumerated() {
      try document.demandObject(child, index, .childModules, path: path)
      let address = try document.string(.address, of: child, path: path + ".child_modules")
      try readModule(child, address: address, onlyData: onlyData)
    }
  }

  /// Adds the resource at `node`, unless it was found before.
  private mutating func insert(
    _ node: JSONNodeID, module: String, onlyData: Bool
  ) throws(CollectError) {
    let json = document.json
    var path: String { module.isEmpty ? "resources" : module + ".resources" }
    form.read(node, of: json)
    let mode = try document.text(form[1], .mode, of: node, path: path)
    let isData = json.isString(mode, "data")
    guard isData || json.isString(mode, "managed") else {
      throw document.wrongShape(node, path, "an object whose `mode` is `managed` or `data`")
    }
    if onlyData, !isData { return }
    let type = try document.text(form[2], .type, of: node, path: path)
    let name = try document.text(form[3], .name, of: node, path: path)
    let key = try PlanResources.instanceKey(document.present(form[4]), in: document, path: path)
    let written = try document.optionalText(form[0], .address, path: path)
    let (number, address) = identity(
      written, module: module, isData: isData, type: type, name: name, key: key)
    let place = number < places.count ? places[number] : -1
    let change = place < 0 ? nil : changes[place]
    if change == nil, demandsChanges, !isData {
      throw document.wrongShape(node, address, "in `resource_changes` too")
    }
    if case .remove? = change?.actions { return }
    while found.count < names.addressCount { found.append(false) }
    guard !found[number] else {
      if onlyData { return }
      throw document.wrongShape(node, address, "given once")
    }
    found[number] = true
    resources.append(
      PlanResource(
        address: address, module: module, isData: isData, isFormer: false,
        type: names.type(type, isData ? .data : .managed), key: key, range: json.range(of: node),
        values: form[6], sensitiveValues: form[7],
        provider: form[5], change: change,
        block: names.block(isData: isData, type: type, name: name)))
  }

  /// Adds what the changes take away or change, as it was before.
  private mutating func insertFormer(_ changes: [PlanChange]) throws(CollectError) {
    for change in changes {
      guard let before = change.before else { continue }
      let address = document.json.string(change.address) ?? ""
      form.read(change.entry, of: document.json)
      let mode = try document.text(form[1], .mode, of: change.entry, path: address)
      if document.json.isString(mode, "data") { continue }
      let type = try document.text(form[2], .type, of: change.entry, path: address)
      let name = try document.text(form[3], .name, of: change.entry, path: address)
      resources.append(
        PlanResource(
          address: change.isDeposed ? address + " (deposed object)" : address,
          module: try moduleAddress(of: change.entry, resource: address),
          isData: false, isFormer: true, type: names.type(type, .former), key: nil,
          range: document.json.range(of: change.entry), values: before,
          sensitiveValues: change.beforeSensitive, provider: form[5], change: nil,
          block: names.block(isData: false, type: type, name: name)))
    }
  }

  /// Returns the address of a resource and its number; `written` is what the plan writes, if it does.
  private mutating func identity(
    _ written: JSONNodeID?, module: String, isData: Bool, type: JSONNodeID, name: JSONNodeID,
    key: InstanceKey?
  ) -> (number: Int, address: String) {
    guard let written else {
      let address = PlanResources.composedAddress(
        module: module, isData: isData, type: document.json.string(type) ?? "",
        name: document.json.string(name) ?? "", key: key)
      return (names.address(address), address)
    }
    let address = document.json.string(written) ?? ""
    // Changes mostly stand in the order of the resources.
    if next < changes.count, document.json.isSameString(changes[next].address, written) {
      next += 1
      if next + 2 < changes.count { document.json.fetch(changes[next + 2].address) }
      if next + 1 < changes.count { document.json.fetch(textOf: changes[next + 1].address) }
      return (changes[next - 1].number, address)
    }
    let number = names.address(written)
    if number < places.count, places[number] >= 0 { next = places[number] + 1 }
    return (number, address)
  }

  /// Returns what the `index` of a resource says.
  private static func instanceKey(
    _ index: JSONNodeID?, in document: PlanDocument, path: @autoclosure () -> String
  ) throws(CollectError) -> InstanceKey? {
    guard let index else { return nil }
    if let text = document.json.string(index) { return .string(ExactText(text)) }
    if let text = document.json.numberText(index) { return .number(text) }
    throw document.wrongShape(index, path() + ".index", "a number or a string")
  }

  /// Returns the address of a resource that the plan gives in parts.
  private static func composedAddress(
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
    try document.optionalString(.moduleAddress, of: entry, path: resource) ?? ""
  }
}
