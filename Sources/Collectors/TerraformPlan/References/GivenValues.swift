internal import ResourceModel
internal import SourceText
internal import StructuredText

/// Tells which references of an expression its value may come from.
///
/// A plan lists all that an expression refers to, also what a condition does not choose. What is
/// known comes from what is known and gives it, and what is known only after apply from what is not.
struct GivenValues {
  private let json: JSONDocument
  private var lookup: MemberLookup

  /// Creates a judge of values of the plan `json`.
  init(_ json: JSONDocument) {
    self.json = json
    lookup = MemberLookup(json)
  }

  /// Returns those of `references` that may have given the known `text`, where `targets` are what they
  /// refer to; also those of which it cannot be told.
  mutating func sources(
    of text: String, among references: [RawReference], _ targets: ReferenceTargets
  ) -> [RawReference] {
    filtered(references) { given, reference in
      switch given.value(of: reference, targets) {
      case .untold: true
      case .missing: false
      case .text(let source):
        GivenValues.isPart(source, of: text) || GivenValues.isPart(text, of: source)
      }
    }
  }

  /// Returns the `references` of a value that is known only after apply, or none if all that they
  /// refer to is known: then the provider chooses the value.
  mutating func sourcesOfUnknown(
    among references: [RawReference], _ targets: ReferenceTargets
  ) -> [RawReference] {
    for reference in references where !reference.isGiven {
      guard case .text = value(of: reference, targets) else { return references }
    }
    return []
  }

  /// Returns the list without a copy where all of it stays, as it mostly does.
  private mutating func filtered(
    _ list: [RawReference], _ stays: (inout GivenValues, RawReference) -> Bool
  ) -> [RawReference] {
    var result: [RawReference]?
    for (place, reference) in list.enumerated() {
      if stays(&self, reference) {
        result?.append(reference)
      } else if result == nil {
        result = Array(list[..<place])
      }
    }
    return result ?? list
  }

  /// What a plan says of the value that a reference leads to.
  private enum Value {
    /// It is a text.
    case text(String)
    /// It is not there, or known only after apply.
    case missing
    /// It is more than a text, or the plan does not say what it is.
    case untold
  }

  private mutating func value(of reference: RawReference, _ targets: ReferenceTargets) -> Value {
    guard let resource = reference.resource, !reference.attribute.isEmpty,
      var node = targets.values(of: resource)
    else { return .untold }
    for step in ReferencePath(reference.attribute).steps {
      let next: JSONNodeID?
      switch step {
      case .name(let name): next = lookup.member(name, of: node)
      case .key(.string(let key)): next = lookup.member(key.text, of: node)
      case .key(.number(let number)): next = element(at: number, of: node)
      case .everyKey: return .untold
      }
      guard let next else { return .missing }
      node = next
    }
    switch json.kind(of: node) {
    case .string: return json.string(node).map { .text($0) } ?? .untold
    case .null: return .missing
    case .number, .bool, .array, .object: return .untold
    }
  }

  /// Returns the element of the array `list` at the 0-based place that `number` writes out.
  private func element(at number: String, of list: JSONNodeID) -> JSONNodeID? {
    guard json.kind(of: list) == .array, let place = Int(number) else { return nil }
    var rest = place
    for element in json.elements(of: list) {
      if rest == 0 { return element }
      rest -= 1
    }
    return nil
  }

  /// Names and ARNs are shorter, and longer texts would take long to look through.
  private static let longest = 4096

  /// Returns whether `part` is all of `whole`, or a part between colons and slashes, as a name is in
  /// an ARN.
  private static func isPart(_ part: String, of whole: String) -> Bool {
    if part == whole { return true }
    guard whole.utf8.count <= longest else { return false }
    let (part, whole) = (Array(part.utf8), Array(whole.utf8))
    guard !part.isEmpty, part.count < whole.count else { return false }
    let separators: [UInt8] = [UInt8(ascii: ":"), UInt8(ascii: "/")]
    return (0...whole.count - part.count).contains { start in
      let end = start + part.count
      return (start == 0 || separators.contains(whole[start - 1]))
        && (end == whole.count || separators.contains(whole[end]))
        && whole[start..<end].elementsEqual(part)
    }
  }
}
