internal import PolicyPacks
internal import SourceText

/// Scores the controls of a benchmark, as a whole and by parts.
struct ScoreKeeper {
  /// The controls of the benchmark.
  let controls: [ControlReport]

  /// The rules of the report.
  let rules: [RuleReport]

  /// The ids of the controls that are looser than those of the benchmark that this one extends.
  let loosened: Set<String>

  /// What is known of accounts.
  let accounts: AccountDirectory

  /// The rules of the controls, each once, as 0-based indices into `rules`.
  private let used: [Int]

  /// Creates a keeper of the scores of `controls`.
  init(
    controls: [ControlReport], rules: [RuleReport], loosened: Set<String>,
    accounts: AccountDirectory
  ) {
    self.controls = controls
    self.rules = rules
    self.loosened = loosened
    self.accounts = accounts
    used = controls.flatMap(\.rules).uniqued
  }

  /// The score of all controls.
  var total: Score { score(of: Array(controls.indices)) }

  /// The scores of the sections, the levels, and the places in which there are resources.
  func breakdowns(of benchmark: Benchmark) -> [Breakdown] {
    let tops = controls.indices.map { benchmark.topSection(of: controls[$0].control) }
    let sections = tops.uniqued.map { section in
      Breakdown(
        kind: .section, key: section.id, title: section.title,
        score: score(of: tops.indices.filter { tops[$0] == section }))
    }
    let levels = Control.Level.allCases.compactMap { level -> Breakdown? in
      let members = controls.indices.filter { controls[$0].control.level == level }
      guard !members.isEmpty else { return nil }
      return Breakdown(
        kind: .level, key: level.rawValue, title: "", score: score(of: members))
    }
    return sections + levels + byPlace(.organization, organization)
      + byPlaces(.unit, units) + byPlace(.account, \.account) + byPlace(.region, \.region)
  }

  /// Returns the organization of the place: the one that the input shows, or else the one that the
  /// configuration gives the account.
  private func organization(of place: Place) -> String? {
    place.organization ?? place.account.flatMap { accounts[$0]?.organization }
  }

  /// Returns the organizational units that the place is in, from the outermost inwards.
  private func units(of place: Place) -> [String] {
    guard let unit = place.account.flatMap({ accounts[$0]?.unit }) else { return [] }
    let ends = unit.indices.filter { unit[$0] == "/" } + [unit.endIndex]
    return ends.map { String(unit[..<$0]) }.filter { !$0.isEmpty }
  }

  /// Returns the scores of the parts of the input that `key` tells apart.
  private func byPlace(_ kind: Breakdown.Kind, _ key: (Place) -> String?) -> [Breakdown] {
    byPlaces(kind) { place in [key(place)].compactMap(\.self) }
  }

  /// Returns the scores of the parts of the input that `keys` tells apart; a place may be in several.
  private func byPlaces(_ kind: Breakdown.Kind, _ keys: (Place) -> [String]) -> [Breakdown] {
    // What rules say in each part is put together in one pass, because there may be many parts.
    var parts: [ExactText: [Int: [PlaceCounts]]] = [:]
    var keysOfPlaces: [Place: [ExactText]] = [:]
    for rule in used {
      for counts in rules[rule].places {
        let known = keysOfPlaces[counts.place]
        let found = known ?? keys(counts.place).map { ExactText($0) }.uniqued
        if known == nil { keysOfPlaces[counts.place] = found }
        for key in found { parts[key, default: [:]][rule, default: []].append(counts) }
      }
    }
    return parts.sorted { $0.key < $1.key }.map { key, counts in
      Breakdown(
        kind: kind, key: key.text,
        title: kind == .account ? accounts[key.text]?.name ?? "" : "",
        score: score { counts[$0] ?? [] })
    }
  }

  /// Returns the score of the controls with these 0-based indices, of which only the scored ones
  /// count.
  private func score(of members: [Int]) -> Score {
    // Reports are large, and are looked at in their places.
    let counted = members.filter {
      controls[$0].control.isScored && controls[$0].status.counts
    }
    let used = counted.flatMap { controls[$0].rules }.uniqued
    let decided = used.reduce(0) { $0 + rules[$1].decidedCount }
    let open = used.reduce(0) { $0 + rules[$1].undecidedCount }
    return Score(
      passed: counted.count { controls[$0].status == .pass }, counted: counted.count,
      decided: decided, applicable: decided + open,
      loosened: counted.count { index in
        loosened.contains(controls[index].control.id)
          || controls[index].rules.contains { rules[$0].loosenedCount > 0 }
      })
  }

  /// Returns the score by those judgements of each rule, of which `places` is given the 0-based index,
  /// that are made at the places it returns.
  private func score(at places: (Int) -> [PlaceCounts]) -> Score {
    var (passed, counted, loosenedCount) = (0, 0, 0)
    var used: [Int] = []
    for index in controls.indices
    where controls[index].control.isScored && controls[index].status != .attested {
      let parts = controls[index].rules.flatMap(places)
      let statuses = controls[index].rules.flatMap { rule in
        let parts = places(rule)
        return parts.compactMap(\.counts.status) + lacking(rule, parts)
      }
      guard let combined = ControlStatus.combined(statuses) else { continue }
      let status = controls[index].control.isDecidedByRules ? combined : combined.ofPart
      guard status.counts else { continue }
      counted += 1
      if status == .pass { passed += 1 }
      if loosened.contains(controls[index].control.id)
        || parts.contains(where: { $0.loosenedCount > 0 })
      {
        loosenedCount += 1
      }
      used += controls[index].rules
    }
    var (decided, open) = (0, 0)
    for rule in used.uniqued {
      let parts = places(rule)
      decided += parts.reduce(0) { $0 + $1.counts.pass + $1.counts.fail }
      open += parts.reduce(0) { $0 + $1.counts.unknown }
      let lacking = lacking(rule, parts)
      decided += lacking.count { $0 == .pass || $0 == .fail }
      open += lacking.count { $0 == .unknown }
    }
    return Score(
      passed: passed, counted: counted, decided: decided, applicable: decided + open,
      loosened: loosenedCount)
  }

  /// Returns the statuses of what inputs lack of the resources of a rule, given by its 0-based index,
  /// that may be at some of its places: each once, at however many it may be.
  private func lacking(_ rule: Int, _ places: [PlaceCounts]) -> [ControlStatus] {
    Set(places.flatMap(\.populations)).sorted().map { rules[rule].populations[$0].status }
  }
}

extension ControlStatus {
  /// Whether a control of the status counts for a score.
  fileprivate var counts: Bool {
    switch self {
    case .pass, .fail, .unknown: true
    case .notApplicable, .noResources, .manual, .attested, .notImplemented: false
    }
  }
}
