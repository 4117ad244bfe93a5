/// The text of a small plan.
struct PlanText {
  /// A managed resource of the root module.
  struct Resource {
    /// The type and name.
    let address: String

    /// What stands in the parts of the plan, as JSON.
    var values = "{}"
    var unknown = "{}"
    var sensitive = "{}"
    var before = "null"
    var actions = #"["create"]"#
    var expressions: String? = "{}"

    /// The mode.
    var mode: String { address.hasPrefix("data.") ? "data" : "managed" }

    /// The members that tell which resource it is.
    var identity: String {
      let parts = address.split(separator: ".").suffix(2).map(String.init)
      return
        #""address":"\#(address)","mode":"\#(mode)","type":"\#(parts[0])","name":"\#(parts[1])""#
    }
  }

  var version = "1.2"
  var resources: [Resource] = []
  var providers = "{}"
  /// More members of the outermost object, each with a comma before it.
  var more = ""

  /// The text.
  var text: String {
    let planned = resources.filter { $0.actions != #"["delete"]"# }.map {
      #"{\#($0.identity),"values":\#($0.values)}"#
    }
    let changes = resources.map {
      #"{\#($0.identity),"change":{"actions":\#($0.actions),"before":\#($0.before),"after_unknown":\#($0.unknown),"after_sensitive":\#($0.sensitive)}}"#
    }
    let blocks = resources.compactMap { resource in
      resource.expressions.map {
        #"{\#(resource.identity),"provider_config_key":"aws","expressions":\#($0)}"#
      }
    }
    return """
      {"format_version":"\(version)",
      "planned_values":{"root_module":{"resources":[\(planned.joined(separator: ","))]}},
      "resource_changes":[\(changes.joined(separator: ","))],
      "configuration":{"provider_config":\(providers),
      "root_module":{"resources":[\(blocks.joined(separator: ","))]}}\(more)}
      """
  }
}
