internal import PolicyPacks
internal import PolicySyntax
internal import SourceText
internal import StructuredText

/// Finds the comments of a pack, or of a project, that speak to the linter.
struct AllowanceReader {
  /// The allowances, in the order of the text.
  private(set) var allowances: [Allowance] = []

  /// The comments that cannot be understood.
  private(set) var malformed: [MalformedAllowance] = []

  private let sources: SourceMap

  /// Reads the files of `project` with its waivers.
  init(project: LintedProgram) {
    sources = project.sources
    var seen: Set<FileID> = []
    for waiver in project.waivers ?? [] where seen.insert(waiver.range.file).inserted {
      readYAML(waiver.range.file, [])
    }
  }

  /// Reads all files of `pack`.
  init(_ pack: LintedPack) {
    sources = pack.whole.sources
    for tree in pack.trees {
      // In YAML the parts of a rule are on lines that nobody breaks.
      let isYAML = pack.isYAML(tree.file)
      let places = isYAML ? tree.roots.map { tree.range(of: $0) } : tree.places
      if isYAML { readYAML(tree.file, places) }
      readTokens(of: tree, places)
    }
    let others = [pack.pack.manifest.range.file] + pack.pack.benchmarks.map(\.range.file)
    for file in others { readYAML(file, []) }
  }

  /// Reads the comments of a YAML file.
  private mutating func readYAML(_ id: FileID, _ places: [SourceRange]) {
    // What was loaded is well-formed.
    guard let root = YAMLReader.parse(sources[id], id: id).0 else { return }
    for comment in root.comments(in: sources[id]) { read(comment, places) }
  }

  /// Reads the comments in the language, which in YAML stand in blocks.
  private mutating func readTokens(of tree: SyntaxTree, _ places: [SourceRange]) {
    for (index, token) in tree.tokens.enumerated() {
      let range = tree.range(of: TokenID(index: UInt32(index)))
      switch token.kind {
      case .comment: read(range, places)
      case .documentation where words(of: range)?.hasPrefix("allow ") == true:
        malformed.append(
          MalformedAllowance(
            message: "documentation tells the linter nothing",
            help: "write it in a comment that is no documentation", range: range))
      default: continue
      }
    }
  }

  /// Returns what the comment at `range` tells the linter, if it speaks to it.
  private func words(of range: SourceRange) -> Substring? {
    let text = sources.text(in: range).drop { $0 == "/" || $0 == "#" || $0.isBlank }
    let name = "lint"
    guard text.prefix(name.count).lowercased() == name else { return nil }
    let rest = text.dropFirst(name.count).drop(while: \.isBlank)
    return rest.first == ":" ? rest.dropFirst().drop(while: \.isBlank) : nil
  }

  /// Reads the comment at `range`, if it speaks to the linter.
  private mutating func read(_ range: SourceRange, _ places: [SourceRange]) {
    guard let words = words(of: range) else { return }
    guard words.hasPrefix("allow ") else {
      return refuse(range, "this comment tells the linter nothing that it knows")
    }
    let rest = words.dropFirst("allow ".count)
    guard let colon = rest.firstIndex(of: ":") else {
      return refuse(range, "this allowance has no reason")
    }
    let reason = rest[rest.index(after: colon)...].drop { $0 == " " }
    if !reason.contains(where: \.isLetter) {
      return refuse(range, "this allowance has no reason")
    }
    var rules: [LintRuleID] = []
    for name in rest[..<colon].split(separator: ",") {
      let bare = String(name.filter { $0 != " " })
      guard let id = LintRuleID(rawValue: bare) else {
        let near = Spelling.nearest(to: bare, in: LintRuleID.allCases.map(\.rawValue))
        malformed.append(
          MalformedAllowance(
            message: "there is no lint rule `\(bare)`",
            help: near.map { "did you mean `\($0)`?" }
              ?? "`cispol lint --help` says where they are",
            range: range))
        return
      }
      rules.append(id)
    }
    allowances.append(
      Allowance(
        rules: rules, reason: String(reason), range: range,
        covered: covered(by: range, places)))
  }

  private mutating func refuse(_ range: SourceRange, _ message: String) {
    malformed.append(
      MalformedAllowance(
        message: message, help: "write `lint: allow RULE: REASON`", range: range))
  }

  /// Returns the text that the comment at `range` speaks of.
  private func covered(by range: SourceRange, _ places: [SourceRange]) -> SourceRange {
    let file = sources[range.file]
    let own = file.lines.offsets(of: file.lines.line(containing: range.lower))
    let before = file.bytes[own.lowerBound..<Int(range.lower)]
    guard let last = before.lastIndex(where: { $0 > 0x20 }) else {
      return covered(below: range, places)
    }
    // What ends here may start lines above.
    return places.filter { Int($0.upper) == last + 1 }
      .reduce(place(own, range.file)) { $0.union($1) }
  }

  /// Returns the text that the comment at `range`, alone on its line, speaks of.
  private func covered(below range: SourceRange, _ places: [SourceRange]) -> SourceRange {
    let file = sources[range.file]
    var number = file.lines.line(containing: range.lower)
    repeat { number += 1 } while number <= file.lines.count && isSkipped(number, of: file)
    guard number <= file.lines.count else { return range.end }
    let line = place(file.lines.offsets(of: number), range.file)
    return places.filter { (line.lower..<line.upper).contains($0.lower) }
      .reduce(line) { $0.union($1) }
  }

  /// Whether the line holds nothing, or a comment: documentation belongs to what follows it.
  private func isSkipped(_ number: Int, of file: SourceFile) -> Bool {
    let text = file.text(in: file.lines.offsets(of: number)).drop(while: \.isWhitespace)
    return text.isEmpty || text.hasPrefix("#") || text.hasPrefix("//")
  }

  private func place(_ offsets: Range<Int>, _ file: FileID) -> SourceRange {
    SourceRange(
      file: file, lower: UInt32(offsets.lowerBound), upper: UInt32(offsets.upperBound))
  }
}

extension Character {
  /// Whether it is a space or a tab.
  fileprivate var isBlank: Bool { self == " " || self == "\t" }
}
