internal import Diagnostics
internal import SourceText

/// Builds the value of a YAML text from libyaml's events.
struct YAMLTreeBuilder {
  /// A sequence or mapping whose end was not reached yet.
  private struct OpenContainer {
    /// What the container is.
    enum Form {
      case sequence([YAMLNode])
      /// The members, the key whose value comes next, and where each key is.
      case mapping([(key: YAMLNode, value: YAMLNode)], YAMLNode?, [String: SourceRange])
    }

    /// What the container is, with what it holds so far.
    var form: Form

    /// `true` iff it is written in brackets.
    let isFlow: Bool

    /// Where its first character is.
    let start: SourceRange

    /// Where its last part so far is.
    var last: SourceRange
  }

  /// The bytes of the file.
  private let source: [UInt8]

  /// The file.
  private let file: FileID

  /// Where the characters are that libyaml counts.
  private let characters: CodePointOffsets

  /// The 0-based offset in the file where libyaml starts to count.
  private let textStart: Int

  /// What is wrong so far.
  private var diagnostics: DiagnosticSet

  /// The containers that are open, outermost first.
  private var open: [OpenContainer] = []

  /// The outermost value, once complete.
  private var root: YAMLNode?

  /// `true` iff a document was begun.
  private var hasDocument = false

  /// `true` iff a part of the value could not be read.
  private var isBroken = false

  /// Creates a builder that has received nothing.
  init(
    source: [UInt8], file: FileID, characters: CodePointOffsets, textStart: Int,
    diagnostics: DiagnosticSet
  ) {
    self.source = source
    self.file = file
    self.characters = characters
    self.textStart = textStart
    self.diagnostics = diagnostics
  }

  /// Takes in `event`, and returns `true` iff the next one is wanted.
  mutating func receive(_ event: YAMLEvent) -> Bool {
    var range = range(of: event.characters)
    if event.hasProperties { range = refuseProperties(of: range) }
    switch event.kind {
    case .documentStart:
      guard !hasDocument else {
        diagnostics.insert(.yamlMultipleDocuments(at: range))
        isBroken = root?.range.count == 0
        return false
      }
      hasDocument = true
    case .alias:
      return stop(.yamlAlias(at: range))
    case .scalar(let text, let style):
      return insert(scalar(text, style, at: range))
    case .sequenceStart(let isFlow):
      return begin(.sequence([]), isFlow: isFlow, at: range)
    case .mappingStart(let isFlow):
      return begin(.mapping([], nil, [:]), isFlow: isFlow, at: range)
    case .containerEnd:
      return end(at: range)
    case .other:
      break
    }
    return true
  }

  /// Takes in that libyaml gave up.
  mutating func receive(_ failure: LibYAML.Failure) {
    let lower = textStart + characters.offset(ofCharacter: failure.character)
    let upper = textStart + characters.offset(ofCharacter: failure.character + 1)
    var labels: [Label] = []
    if let context = failure.context, context.character < failure.character {
      let start = range(of: context.character..<context.character + 1)
      labels.append(Label(context.text, at: start))
    }
    let isTab = lower < source.count && source[lower] == 0x09
    diagnostics.insert(
      .yamlSyntax(
        failure.problem, at: sourceRange(lower..<upper), labels: labels,
        help: isTab ? "indent with spaces, not with tabs" : nil))
    isBroken = true
  }

  /// Returns the value that was built, `nil` when a part of it is missing, and what is wrong.
  func finish() -> (YAMLNode?, DiagnosticSet) {
    var diagnostics = diagnostics
    if !isBroken, root == nil || root?.scalar?.range.count == 0 {
      diagnostics.insert(.yamlEmpty(at: sourceRange(0..<0)))
      return (nil, diagnostics)
    }
    return (isBroken ? nil : root, diagnostics)
  }

  /// Reports `diagnostic`, after which nothing can be built.
  private mutating func stop(_ diagnostic: Diagnostic) -> Bool {
    diagnostics.insert(diagnostic)
    isBroken = true
    return false
  }

  /// Reports the anchor and the tag that the value at `range` starts with, and returns where the
  /// rest of it is.
  private mutating func refuseProperties(of range: SourceRange) -> SourceRange {
    var index = Int(range.lower)
    let end = Int(range.upper)
    while index < end {
      let lower = index
      switch source[index] {
      case UInt8(ascii: "&"), UInt8(ascii: "!"):
        while index < end, source[index] > 0x20 { index += 1 }
        let property = sourceRange(lower..<index)
        let isAnchor = source[lower] == UInt8(ascii: "&")
        diagnostics.insert(isAnchor ? .yamlAlias(at: property) : .yamlTag(at: property))
      case UInt8(ascii: "#"):
        while index < end, source[index] != 0x0A, source[index] != 0x0D { index += 1 }
      case 0x00...0x20:
        index += 1
      default:
        return sourceRange(index..<end)
      }
    }
    return sourceRange(end..<end)
  }

  /// Returns the scalar that says `text`, and reports it if it is ambiguous.
  private mutating func scalar(
    _ text: String, _ style: YAMLScalar.Style, at range: SourceRange
  ) -> YAMLNode {
    var upper = Int(range.upper)
    if style == .literal || style == .folded {
      // libyaml counts the lines after the last one with text too.
      while upper > Int(range.lower), source[upper - 1] <= 0x20 { upper -= 1 }
      while upper < Int(range.upper), source[upper] == 0x20 || source[upper] == 0x09 { upper += 1 }
    }
    let offsets = Int(range.lower)..<upper
    let range = sourceRange(offsets)
    let scalar = YAMLScalar(text: text, style: style, range: range, source: source[offsets])
    if let ambiguity = scalar.ambiguity {
      diagnostics.insert(.yamlAmbiguousScalar(scalar, ambiguity))
    }
    return YAMLNode(.scalar(scalar), at: range)
  }

  /// Opens a container, and returns `true` iff it is not too deep and not a key.
  private mutating func begin(
    _ form: OpenContainer.Form, isFlow: Bool, at range: SourceRange
  ) -> Bool {
    guard open.count < YAMLReader.deepest else {
      return stop(.yamlTooDeep(YAMLReader.deepest, at: range.start))
    }
    if let container = open.last, case .mapping(_, nil, _) = container.form {
      return stop(.yamlComplexKey(at: range))
    }
    open.append(
      OpenContainer(form: form, isFlow: isFlow, start: range.start, last: range))
    return true
  }

  /// Closes the innermost container, whose end libyaml says is at `range`.
  private mutating func end(at range: SourceRange) -> Bool {
    guard let container = open.popLast() else { return true }
    // The end of a block is where the next token starts, past comments and empty lines.
    let last = container.isFlow ? range : container.last
    let whole = container.start.union(last)
    switch container.form {
    case .sequence(let elements): return insert(YAMLNode(.sequence(elements), at: whole))
    case .mapping(let members, _, _): return insert(YAMLNode(.mapping(members), at: whole))
    }
  }

  /// Puts `node` where it belongs: as an element, a key, a value or the outermost value.
  private mutating func insert(_ node: YAMLNode) -> Bool {
    guard var container = open.popLast() else {
      root = node
      return true
    }
    container.last = container.last.union(node.range)
    switch container.form {
    case .sequence(var elements):
      // Freed first, so that appending does not copy.
      container.form = .sequence([])
      elements.append(node)
      container.form = .sequence(elements)
    case .mapping(var members, let key, var places):
      container.form = .sequence([])
      if let key {
        // The second value of a repeated key is left out.
        if places[key.scalar?.text ?? ""] == key.range { members.append((key: key, value: node)) }
        container.form = .mapping(members, nil, places)
      } else {
        let text = node.scalar?.text ?? ""
        if let first = places[text] {
          diagnostics.insert(.yamlDuplicateKey(text, at: node.range, first: first))
        } else {
          places[text] = node.range
        }
        container.form = .mapping(members, node, places)
      }
    }
    open.append(container)
    return true
  }

  /// Returns the range of `indices`, counted in characters as libyaml does.
  private func range(of indices: Range<Int>) -> SourceRange {
    let lower = textStart + characters.offset(ofCharacter: indices.lowerBound)
    let upper = textStart + characters.offset(ofCharacter: indices.upperBound)
    return sourceRange(lower..<upper)
  }

  /// Returns the range of `offsets` in the file.
  private func sourceRange(_ offsets: Range<Int>) -> SourceRange {
    SourceRange(
      file: file, lower: UInt32(offsets.lowerBound), upper: UInt32(offsets.upperBound))
  }
}
