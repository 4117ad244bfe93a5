internal import StructuredText

/// The `configuration` of a plan: its modules, by their calls.
struct PlanConfiguration {
  /// One module, as often as it is called.
  struct Module {
    /// The 0-based index of the module that calls it; `nil` for the root module.
    let parent: Int?

    /// The name of its call; empty for the root module.
    let name: String

    /// The `module_calls` entry; `nil` for the root module.
    let call: JSONNodeID?

    /// The 0-based indices of the modules it calls, by the name of the call.
    var children: [String: Int] = [:]

    /// Its resource blocks, by the number of their address in the module.
    var resources: [UInt32: PlanBlock] = [:]

    /// The expressions of its outputs, by name.
    var outputs: [String: JSONNodeID] = [:]
  }

  /// The modules; the root module is the first.
  private(set) var modules: [Module] = [
    Module(parent: nil, name: "", call: nil)
  ]

  /// The members of a resource block that are read.
  private var form = JSONForm([
    .mode, .type, .name, .usedProvider, .expressions, .forEachExpression,
  ])

  /// The provider of the block that was read last.
  private var lastProvider: JSONNodeID?

  /// Reads the configuration of `document`, and adds to `names` those of its blocks.
  init(_ document: PlanDocument, _ names: inout PlanNames) throws(CollectError) {
    let root = document.json.root
    guard let node = try document.object(.configuration, of: root, path: "") else { return }
    if let module = try document.object(.rootModule, of: node, path: "configuration") {
      try read(module, into: 0, document, &names)
    }
  }

  /// Reads the contents of `node`, the module with the index `index`.
  private mutating func read(
    _ node: JSONNodeID, into index: Int, _ document: PlanDocument, _ names: inout PlanNames
  ) throws(CollectError) {
    var path: String { self.path(to: index) }
    try readResources(of: node, into: index, document, &names)
    if let outputs = try document.object(.outputs, of: node, path: path) {
      for (key, _, output) in document.json.members(of: outputs) {
        guard
          let expression = try document.object(.expression, of: output, path: path + "." + key)
        else { continue }
        modules[index].outputs[key] = expression
      }
    }
    guard let calls = try document.object(.moduleCalls, of: node, path: path) else { return }
    for (name, _, call) in document.json.members(of: calls) {
      var callPath: String { path + ".module_calls." + name }
      _ = try document.object(.expressions, of: call, path: callPath)
      let child = modules.count
      modules.append(Module(parent: index, name: name, call: call))
      modules[index].children[name] = child
      if let module = try document.object(.module, of: call, path: callPath) {
        try read(module, into: child, document, &names)
      }
    }
  }

  /// Reads the resource blocks of `node`, the module with the index `index`.
  private mutating func readResources(
    of node: JSONNodeID, into index: Int, _ document: PlanDocument, _ names: inout PlanNames
  ) throws(CollectError) {
    let json = document.json
    var path: String { self.path(to: index) }
    let resources = try document.elements(.resources, of: node, path: path)
    var blocks: [UInt32: PlanBlock] = [:]
    blocks.reserveCapacity(resources.count)
    for (place, resource) in resources.enumerated() {
      try document.demandObject(resource, place, .resources, path: path)
      form.read(resource, of: json)
      let mode = try document.text(form[0], .mode, of: resource, path: path + ".resources")
      let type = try document.text(form[1], .type, of: resource, path: path + ".resources")
      let name = try document.text(form[2], .name, of: resource, path: path + ".resources")
      _ = try document.object(
        form[4], .expressions,
        path: "\(path).\(json.string(type) ?? "").\(json.string(name) ?? "")")
      let number = names.block(isData: json.isString(mode, "data"), type: type, name: name)
      blocks[number] = PlanBlock(
        expressions: form[4], forEach: form[5],
        providerKey: form[3].map { shared($0, in: json) })
    }
    modules[index].resources = blocks
  }

  /// Returns the string that the block before has for its provider if that is the same as `provider`,
  /// so that one provider is mostly one string.
  private mutating func shared(_ provider: JSONNodeID, in json: JSONDocument) -> JSONNodeID {
    if let lastProvider, json.isSameString(lastProvider, provider) { return lastProvider }
    lastProvider = provider
    return provider
  }

  /// Returns where the module with the index `index` stands, for messages.
  private func path(to index: Int) -> String {
    var names: [String] = []
    var index = index
    while let parent = modules[index].parent {
      names.append(modules[index].name)
      index = parent
    }
    return (["configuration.root_module"] + names.reversed()).joined(separator: ".")
  }

  /// Returns the 0-based index of the module that the calls `names` lead to.
  func module(at names: [String]) -> Int? {
    var index = 0
    for name in names {
      guard let child = modules[index].children[name] else { return nil }
      index = child
    }
    return index
  }
}
