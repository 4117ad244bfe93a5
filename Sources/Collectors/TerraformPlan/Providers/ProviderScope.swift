internal import ResourceModel
internal import SourceText
internal import StructuredText

/// Which account and region the provider configurations of a plan work in.
struct ProviderScope {
  /// What is known of one provider configuration.
  private struct Facts {
    var account: String?
    var region: String?
  }

  /// A variable that tells the region of a provider.
  private struct RegionInput: Hashable {
    /// The name of the provider.
    let provider: Substring
    /// The account that it works in, if that is known.
    let account: String?
    /// The index of the module whose variable it is.
    let module: Int
    /// The reference to it.
    let reference: String
  }

  private let document: PlanDocument
  private var json: JSONDocument { document.json }
  private let configuration: PlanConfiguration

  /// What is known of each provider configuration, by its key.
  private var facts: [String: Facts] = [:]

  /// The keys that resources were found to use, by their numbers.
  private var keys: [String] = []

  /// The numbers of keys.
  private var numbers: [ExactText: Int] = [:]

  /// What was found of the last resource, because most that follow each other name the same.
  private var last: (written: JSONNodeID?, provider: JSONNodeID?, number: Int)?

  /// The names of the providers that the root module configures more than once.
  private var aliased: Set<String> = []

  /// Finds variables and the inputs of module calls.
  private var lookup: MemberLookup

  /// Reads the provider configurations of `document`.
  init(_ document: PlanDocument, _ configuration: PlanConfiguration) throws(CollectError) {
    self.document = document
    lookup = MemberLookup(document.json)
    self.configuration = configuration
    let root = document.json.root
    guard let node = try document.object(.configuration, of: root, path: ""),
      let providers = try document.object(.providerConfig, of: node, path: "configuration")
    else { return }
    var inputs: [RegionInput: Set<String>] = [:]
    for (key, _, provider) in json.members(of: providers) {
      let path = "configuration.provider_config." + key
      let module = try document.optionalString(.moduleAddress, of: provider, path: path)
      if let dot = key.firstIndex(of: "."), !key.contains(":") {
        aliased.insert(String(key[..<dot]))
      }
      guard let body = try document.object(.expressions, of: provider, path: path) else {
        continue
      }
      let calls = ProviderScope.names(of: module ?? "")
      let index = configuration.module(at: calls) ?? 0
      let account = account(of: body, module: index)
      let name = ProviderScope.normalized(key)
      facts[name] = Facts(account: account, region: region(of: body, module: index))
      if let input = regionInput(of: body, key: key, account: account, module: index) {
        inputs[input, default: []].insert(name)
      }
    }
    forgetRegions(sharedIn: inputs)
  }

  /// Forgets the regions of provider configurations beside another one told by the same variable;
  /// `inputs` has the keys of those that each tells.
  ///
  /// Nobody has two for one region of one account, so that there is more in their expressions than a
  /// plan shows, such as a condition. A configuration without an alias keeps it.
  private mutating func forgetRegions(sharedIn inputs: [RegionInput: Set<String>]) {
    for keys in inputs.values where keys.count > 1 {
      for key in keys where ProviderScope.localName(of: key).contains(".") {
        facts[key]?.region = nil
      }
    }
  }

  /// Returns the name of the provider configuration with the key `key` in its module, such as
  /// `aws.west`.
  private static func localName(of key: String) -> Substring {
    key.lastIndex(of: ":").map { key[key.index(after: $0)...] } ?? key[...]
  }

  /// Returns the variable that tells the region that the provider configuration with the key `key`
  /// and the body `body` names, or `nil` if none does.
  private func regionInput(
    of body: JSONNodeID, key: String, account: String?, module: Int
  ) -> RegionInput? {
    guard let expression = json.member(.region, of: body) else { return nil }
    let references = PlanExpression.references(of: expression, in: json)
    guard references.count == 1 else { return nil }
    return RegionInput(
      provider: ProviderScope.localName(of: key).prefix { $0 != "." }, account: account,
      module: module, reference: references[0])
  }

  /// Returns the number of the key of the provider configuration that the resource block `block`
  /// uses, or of one made of the name of its `provider` when the configuration does not tell.
  mutating func key(of block: PlanBlock?, provider: JSONNodeID?) -> Int {
    let written = block?.providerKey
    if let last, isSame(last.written, written), written != nil || isSame(last.provider, provider) {
      return last.number
    }
    let number = demand(key(written: written, provider: provider))
    last = (written, provider, number)
    return number
  }

  /// Returns `true` iff both are the same string, or nothing.
  private func isSame(_ left: JSONNodeID?, _ right: JSONNodeID?) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return left == right || json.isSameString(left, right)
  }

  /// Returns the number of `key`.
  private mutating func demand(_ key: String) -> Int {
    if let known = numbers[ExactText(key)] { return known }
    keys.append(key)
    numbers[ExactText(key)] = keys.count - 1
    return keys.count - 1
  }

  /// Returns the key of the provider configuration of a block that names it as `written`.
  private func key(written: JSONNodeID?, provider: JSONNodeID?) -> String {
    if let written = written.flatMap({ json.string($0) }) { return configured(written) }
    let name = provider.flatMap { json.string($0) } ?? ""
    return name.split(separator: "/").last.map(String.init) ?? "provider"
  }

  /// Returns the key of the provider configuration that a block uses which names `written`.
  private func configured(_ written: String) -> String {
    var key = ProviderScope.normalized(written)
    // A module that does not configure a provider uses that of its caller.
    var turns = 0
    while turns < 256, facts[key] == nil, let colon = key.lastIndex(of: ":") {
      let name = key[key.index(after: colon)...]
      let callers = key[..<(key[..<colon].lastIndex(of: ".") ?? key.startIndex)]
      turns += 1
      key = callers.isEmpty ? String(name) : "\(callers):\(name)"
      // Before Terraform 1.1 a plan does not say which configuration is handed to a module.
      if callers.isEmpty, aliased.contains(String(name)) {
        return "\(name) of a module"
      }
    }
    return key
  }

  /// Returns the account and region of each of `resources`, whose provider configurations have the
  /// numbers `keys`.
  func sites(
    of resources: [PlanResource], keys: [Int], attributes: [RawValueID], values: RawValues
  ) -> [RawSite] {
    let (arnName, regionName) = (values.name("arn"), values.name("region"))
    var arns: [Int: OwnName] = [:]
    var accounts: [Set<String>] = Array(repeating: [], count: self.keys.count)
    for index in resources.indices where resources[index].tellsPlace {
      guard let arn = text(arnName, of: attributes[index], in: values).flatMap(OwnName.init) else {
        continue
      }
      arns[index] = arn
      if let account = arn.account { accounts[keys[index]].insert(account) }
    }
    // Where a resource is that does not say so itself.
    let usual = zip(self.keys, accounts).map { site(of: $0, $1) }
    var sites: [RawSite] = []
    sites.reserveCapacity(resources.count)
    for index in resources.indices {
      let arn = arns[index]
      let region =
        (text(regionName, of: attributes[index], in: values) ?? arn?.region)
        .map { RawScope(name: $0) }
        ?? laterRegion(of: resources[index], regionName, attributes[index], values)
      guard region != nil || arn != nil else {
        sites.append(usual[keys[index]])
        continue
      }
      sites.append(
        RawSite(
          account: arn?.account.map { RawScope(name: $0) } ?? usual[keys[index]].account,
          region: region ?? usual[keys[index]].region))
    }
    return sites
  }

  /// Returns the account and region that a resource with the `attributes` says it is in.
  func ownPlace(
    _ attributes: RawValueID, in values: RawValues
  ) -> (account: RawScope?, region: RawScope?) {
    let arn = text(values.name("arn"), of: attributes, in: values).flatMap(OwnName.init)
    let region = text(values.name("region"), of: attributes, in: values) ?? arn?.region
    return (arn?.account.map { RawScope(name: $0) }, region.map { RawScope(name: $0) })
  }

  /// Returns the region of `resource` that its own configuration names by what is known only after
  /// apply, or `nil` if it does not.
  private func laterRegion(
    of resource: PlanResource, _ name: RawName?, _ attributes: RawValueID, _ values: RawValues
  ) -> RawScope? {
    guard let name, let id = values.member(name, of: attributes),
      case .unknown(let cause, isComputed: false) = values[id]
    else { return nil }
    return RawScope(unknown: "region of \(resource.address)", because: cause)
  }

  /// Returns where resources of the provider configuration `key` are, of which some are in
  /// `accounts`.
  private func site(of key: String, _ accounts: Set<String>) -> RawSite {
    let agreed = accounts.count == 1 ? accounts.first : nil
    let account = facts[key]?.account ?? agreed
    let region = facts[key]?.region
    return RawSite(
      account: account.map { RawScope(name: $0) } ?? unknown("account", key),
      region: region.map { RawScope(name: $0) } ?? unknown("region", key))
  }

  /// Returns the scope for what the plan does not tell of the provider configuration `key`.
  private func unknown(_ what: String, _ key: String) -> RawScope {
    RawScope(
      unknown: key,
      because: Cause(.notCollected, "the plan does not tell the \(what) of provider `\(key)`"))
  }

  /// Returns the string at `name` of the object `attributes`.
  private func text(_ name: RawName?, of attributes: RawValueID, in values: RawValues) -> String? {
    guard let name, let id = values.member(name, of: attributes),
      case .string(let text) = values[id]
    else { return nil }
    return text.isEmpty ? nil : text
  }

  /// Returns the region that the provider configuration with the body `body` names.
  private mutating func region(of body: JSONNodeID, module: Int) -> String? {
    guard let expression = json.member(.region, of: body),
      let text = constant(expression, module: module).flatMap({ json.string($0) })
    else { return nil }
    return ProviderScope.isRegion(text) ? text : nil
  }

  /// Returns the account that the provider configuration with the body `body` names.
  private mutating func account(of body: JSONNodeID, module: Int) -> String? {
    let role = json.member(.assumeRole, of: body).flatMap { list -> JSONNodeID? in
      // Roles can be assumed one after the other; the last one counts.
      json.kind(of: list) == .array ? Array(json.elements(of: list)).last : list
    }
    if let arn = role.flatMap({ json.member(.roleARN, of: $0) }) {
      let text = constant(arn, module: module).flatMap { json.string($0) }
      // Whose role is not known is not known whose account either.
      return text.flatMap(OwnName.init)?.account
    }
    guard let list = json.member(.allowedAccountIDs, of: body),
      let value = constant(list, module: module), json.count(of: value) == 1,
      let only = json.elements(of: value).first.flatMap({ json.string($0) })
    else { return nil }
    return OwnName.isAccount(only) ? only : nil
  }

  /// Returns the value of `expression` in the module with the index `module`, if it is a constant
  /// or an input with a constant.
  private mutating func constant(_ expression: JSONNodeID, module: Int) -> JSONNodeID? {
    var (expression, module) = (expression, module)
    // Every turn leads to the caller of the module, so there are as many as there are modules.
    while true {
      if let value = document.present(.constantValue, of: expression) { return value }
      let references = PlanExpression.references(of: expression, in: json)
      guard references.count == 1 else { return nil }
      var path = ReferencePath(references[0])
      guard path.popName() == "var", let name = path.popName(), path.steps.isEmpty else {
        return nil
      }
      let current = configuration.modules[module]
      guard let outer = current.parent, let call = current.call else {
        return variable(name, of: json.root).flatMap { document.present(.value, of: $0) }
      }
      guard let inputs = json.member(.expressions, of: call),
        let input = lookup.member(name, of: inputs)
      else {
        return json.member(.module, of: call).flatMap { variable(name, of: $0) }
          .flatMap { document.present(.default, of: $0) }
      }
      (expression, module) = (input, outer)
    }
  }

  /// Returns what the `variables` of `node` say of the one called `name`.
  private mutating func variable(_ name: String, of node: JSONNodeID) -> JSONNodeID? {
    guard let variables = json.member(.variables, of: node) else { return nil }
    return lookup.member(name, of: variables)
  }

  /// Returns `true` iff `text` has the form of a region's name, such as `us-gov-east-1`, so that
  /// a part of one in an expression is not taken for the whole.
  private static func isRegion(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count >= 3, let last = parts.last else { return false }
    let isNumber = !last.isEmpty && last.utf8.allSatisfy { (0x30...0x39).contains($0) }
    return isNumber
      && parts.dropLast().allSatisfy { part in
        !part.isEmpty && part.utf8.allSatisfy { (0x61...0x7A).contains($0) }
      }
  }

  /// Returns the names of the calls in the module address `address`.
  private static func names(of address: String) -> [String] {
    var path = ReferencePath(address)
    var names: [String] = []
    while path.popName() != nil, let name = path.popName() {
      names.append(name)
      while path.popKey() != nil {}
    }
    return names
  }

  /// Returns `key` in the one form that all versions of Terraform can be brought to, such as
  /// `network.vpc:aws.west` for `module.network.module.vpc:aws.west`.
  private static func normalized(_ key: String) -> String {
    guard let colon = key.lastIndex(of: ":") else { return key }
    let module = String(key[..<colon])
    let isLong = module.hasPrefix("module.")
    let calls = isLong ? names(of: module).joined(separator: ".") : module
    return calls + String(key[colon...])
  }
}
