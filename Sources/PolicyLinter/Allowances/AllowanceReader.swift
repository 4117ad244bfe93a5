internal import PolicyPacks
internal import PolicySyntax
internal import SourceText

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
    for waiver in project.waivers where seen.insert(waiver.range.file).inserted {
      readYAML(waiver.range.file, [])
    }
  }

  /// Reads all files of `pack`.
  init(_ pack: LintedPack) {
    sources = pack.whole.sources
    for tree in pack.trees {
      let declarations = tree.roots.map { tree.range(of: $0) }
      if pack.isYAML(tree.file) {
        readYAML(tree.file, declarations)
      } else {
        for index in tree.tokens.indices where tree.tokens[index].kind == .comment {
          read(tree.range(of: TokenID(index: UInt32(index))), declarations)
        }
      }
    }
    let others = [pack.pack.manifest.range.file] + pack.pack.benchmarks.map(\.range.file)
    for file in others { readYAML(file, []) }
  }

  /// Reads the comments of a YAML file; the linter is spoken to at the end of a line.
  private mutating func readYAML(_ id: FileID, _ declarations: [SourceRange]) {
    let file = sources[id]
    for number in 1...file.lines.count {
      let line = file.lines.offsets(of: number)
      let text = file.text(in: line)
      guard let start = AllowanceReader.commentStart(in: Array(text.utf8)) else { continue }
      let end = line.upperBound - text.utf8.reversed().prefix { $0 == 0x0A || $0 == 0x0D }.count
      read(
        SourceRange(file: id, lower: UInt32(line.lowerBound + start), upper: UInt32(end)),
        declarations)
    }
  }

  /// Returns the offset of the `# lint:` that starts the line or follows a blank.
  private static func commentStart(in line: [UInt8]) -> Int? {
    let mark = Array("# lint:".utf8)
    guard line.count >= mark.count else { return nil }
    return (0...line.count - mark.count).first { index in
      line[index..<index + mark.count].elementsEqual(mark)
        && (index == 0 || line[index - 1] == 0x20 || line[index - 1] == 0x09)
    }
  }

  /// Reads the comment at `range`, if it speaks to the linter.
  private mutating func read(_ range: SourceRange, _ declarations: [SourceRange]) {
    let text = sources.text(in: range).drop { $0 == "/" || $0 == "#" || $0 == " " }
    guard text.hasPrefix("lint:") else { return }
    let words = text.dropFirst("lint:".count).drop { $0 == " " }
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
        covered: covered(by: range, declarations)))
  }

  private mutating func refuse(_ range: SourceRange, _ message: String) {
    malformed.append(
      MalformedAllowance(
        message: message, help: "write `lint: allow RULE: REASON`", range: range))
  }

  /// Returns the text that the comment at `range` speaks of.
  private func covered(by range: SourceRange, _ declarations: [SourceRange]) -> SourceRange {
    let file = sources[range.file]
    var number = file.lines.line(containing: range.lower)
    let own = file.lines.offsets(of: number)
    let isAlone = file.bytes[own.lowerBound..<Int(range.lower)].allSatisfy { $0 <= 0x20 }
    guard isAlone else { return place(own, range.file) }
    repeat { number += 1 } while number <= file.lines.count && isSkipped(number, of: file)
    guard number <= file.lines.count else { return range.end }
    let line = place(file.lines.offsets(of: number), range.file)
    let declaration = declarations.first { (line.lower..<line.upper).contains($0.lower) }
    return declaration.map { line.union($0) } ?? line
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
