package import SourceText

/// A value of a YAML text, with its place.
package struct YAMLNode: Sendable {
  /// What a value is.
  package enum Kind: Sendable {
    case scalar(YAMLScalar)
    case sequence([YAMLNode])
    /// The members in source order; every key is a scalar, and no two are equal.
    case mapping([(key: YAMLNode, value: YAMLNode)])
  }

  /// What the value is.
  package let kind: Kind

  /// Where it stands.
  package let range: SourceRange

  /// Creates the value of `kind` at `range`.
  package init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

extension YAMLNode {
  /// The scalar, or `nil` when `self` is none.
  package var scalar: YAMLScalar? {
    if case .scalar(let scalar) = kind { scalar } else { nil }
  }

  /// The elements, or `nil` when `self` is not a sequence.
  package var sequence: [YAMLNode]? {
    if case .sequence(let elements) = kind { elements } else { nil }
  }

  /// The members in source order, or `nil` when `self` is not a mapping.
  package var mapping: [(key: YAMLNode, value: YAMLNode)]? {
    if case .mapping(let members) = kind { members } else { nil }
  }

  /// Returns the value of `key`, or `nil` when it is absent or `self` is not a mapping.
  package func member(_ key: String) -> YAMLNode? {
    mapping?.first { $0.key.scalar?.text == key }?.value
  }

  /// `true` iff `self` is a scalar that stands for nothing: empty, `~` or `null`, without quotes.
  package var isNull: Bool { scalar?.isNull ?? false }

  /// The text of the scalar, or `nil` when `self` is no scalar or is null.
  package var string: String? {
    guard let scalar, !scalar.isNull else { return nil }
    return scalar.text
  }

  /// The whole number that `self` is in decimal and without quotes, or `nil` when it is none.
  package var integer: Int64? {
    guard let scalar, scalar.style == .plain, !scalar.isAmbiguous else { return nil }
    return Int64(scalar.text)
  }

  /// The number that `self` is in decimal and without quotes, or `nil` when it is none.
  package var double: Double? {
    guard let scalar, scalar.style == .plain, !scalar.isAmbiguous else { return nil }
    // Keeps out `nan`, `infinity` and hexadecimal forms, which `Double` would accept.
    guard scalar.text.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }) else { return nil }
    guard let value = Double(scalar.text), value.isFinite else { return nil }
    return value
  }

  /// The boolean that `self` is, or `nil` when it is neither `true` nor `false` without quotes.
  package var boolean: Bool? {
    guard let scalar, scalar.style == .plain else { return nil }
    switch scalar.text {
    case "true": return true
    case "false": return false
    default: return nil
    }
  }
}
