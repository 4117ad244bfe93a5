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

    /// Its resource blocks, by their address in the module.
    var resources: [String: JSONNodeID] = [:]

    /// The expressions of its outputs, by name.
    var outputs: [String: JSONNodeID] = [:]
  }

  /// The modules; the root module is the first.
  private(set) var modules: [Module] = [
    Module(parent: nil, name: "", call: nil)
  ]

  /// Whether the plan has a configuration.
  let isPresent: Bool

  /// Reads the configuration of `document`.
  init(_ document: PlanDocument) throws(CollectError) {
    let root = document.json.root
    guard let node = try document.object("configuration", of: root, path: "") else {
      isPresent = false
      return
    }
    isPresent = true
    if let module = try document.object("root_module", of: node, path: "configuration") {
      try read(module, into: 0, document)
    }
  }

  /// Reads the contents of `node`, the module with the index `index`.
  private mutating func read(
    _ node: JSONNodeID, into index: Int, _ document: PlanDocument
  ) throws(CollectError) {
    var path: String { self.path(to: index) }
    for resource in try document.objects("resources", of: node, path: path) {
      let mode = try document.string("mode", of: resource, path: path + ".resources")
      let type = try document.string("type", of: resource, path: path + ".resources")
      let name = try document.string("name", of: resource, path: path + ".resources")
      _ = try document.object("expressions", of: resource, path: "\(path).\(type).\(name)")
      let prefix = mode == "data" ? "data." : ""
      modules[index].resources["\(prefix)\(type).\(name)"] = resource
    }
    if let outputs = try document.object("outputs", of: node, path: path) {
      for (key, _, output) in document.json.members(of: outputs) {
        guard
          let expression = try document.object("expression", of: output, path: path + "." + key)
        else { continue }
        modules[index].outputs[key] = expression
      }
    }
    guard let calls = try document.object("module_calls", of: node, path: path) else { return }
    for (name, _, call) in document.json.members(of: calls) {
      var callPath: String { path + ".module_calls." + name }
      _ = try document.object("expressions", of: call, path: callPath)
      let child = modules.count
      modules.append(Module(parent: index, name: name, call: call))
      modules[index].children[name] = child
      if let module = try document.object("module", of: call, path: callPath) {
        try read(module, into: child, document)
      }
    }
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
