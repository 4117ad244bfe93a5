internal import ResourceModel
internal import StructuredText

/// The members of the outermost object of a graph.
enum HeaderMember: String, CaseIterable {
  /// The version of the format.
  case version = "cispol_graph"
  case complete
  case missing
  case resources
  /// What is for people; it is not looked at.
  case raw
}

/// What the first line of a graph, or the members beside its resources, say of all of it.
struct GraphHeader: Sendable {
  /// The names of the types of which the graph holds every resource there is.
  private(set) var complete: [String] = []

  /// Why resources of a type may be missing, by the type's name, in the order of the source.
  private(set) var missing: [(type: String, causes: [Cause])] = []

  /// Whether the version was met.
  private(set) var hasVersion = false

  /// Takes over what `document` says of `member`, or returns what is wrong with it.
  mutating func take(_ member: HeaderMember, _ document: JSONDocument) -> GraphError.Kind? {
    switch member {
    case .version: return takeVersion(document)
    case .complete: return takeComplete(document)
    case .missing: return takeMissing(document)
    case .resources, .raw: return nil
    }
  }

  private mutating func takeVersion(_ document: JSONDocument) -> GraphError.Kind? {
    guard let text = document.numberText(document.root) else {
      return .wrongShape(expected: "the version of the format, a number,")
    }
    guard text == "1" else { return .unsupportedVersion(text) }
    hasVersion = true
    return nil
  }

  private mutating func takeComplete(_ document: JSONDocument) -> GraphError.Kind? {
    let names = document.elements(of: document.root).map { document.string($0) }
    guard document.kind(of: document.root) == .array, names.allSatisfy({ $0 != nil }) else {
      return .wrongShape(expected: "a list of the names of types")
    }
    complete = names.compactMap(\.self)
    return nil
  }

  private mutating func takeMissing(_ document: JSONDocument) -> GraphError.Kind? {
    guard document.kind(of: document.root) == .object else {
      return .wrongShape(expected: "an object of causes by the names of types")
    }
    for (type, _, value) in document.members(of: document.root) {
      guard let word = document.member("$unknown", of: value).flatMap({ document.string($0) }),
        let kind = CauseKind(rawValue: word)
      else { return .wrongShape(expected: "a cause, like `{\"$unknown\": \"access_denied\"}`,") }
      let detail = document.member("detail", of: value).flatMap { document.string($0) } ?? ""
      missing.append((type, [Cause(kind, detail)]))
    }
    return nil
  }
}
