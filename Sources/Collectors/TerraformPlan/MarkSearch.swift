internal import StructuredText

/// Tells which marks mark anything, remembering the answers, because every level of nested marks
/// asks for those inside of it.
struct MarkSearch {
  /// The document of the marks.
  private let json: JSONDocument

  /// The answers for arrays and objects.
  private var answers: [JSONNodeID: Bool] = [:]

  /// Creates a search in `json`.
  init(_ json: JSONDocument) {
    self.json = json
  }

  /// Returns `true` iff the mark at `node` marks any part of a value.
  mutating func marksAnything(_ node: JSONNodeID?) -> Bool {
    guard let node else { return false }
    switch json.kind(of: node) {
    case .bool: return json.boolean(node) == true
    case .null, .number, .string: return false
    case .array, .object: break
    }
    if json.count(of: node) == 0 { return false }
    if let answer = answers[node] { return answer }
    var answer = false
    let isObject = json.kind(of: node) == .object
    for child in json.children(of: node)
    where marksAnything(isObject ? json.value(of: child) : child) {
      answer = true
      break
    }
    answers[node] = answer
    return answer
  }
}
