/// Why a text is not the domain value it should be.
package enum ValueError: Error, Hashable, Sendable {
  /// The text does not have the form of `kind`.
  case malformed(ValueKind, text: String)

  /// The text has the form of `kind`, and its value is too large or too small.
  case outOfRange(ValueKind, text: String)

  /// The text ends in a unit that `kind` does not have.
  case unknownUnit(ValueKind, unit: String, known: [String])

  /// The units of a duration do not go from large to small, each at most once.
  case unorderedUnits(text: String)

  /// The block has bits set below its prefix; `network` is the block without them.
  case hostBits(text: String, network: Cidr)

  /// The regular expression is wrong at `offset`, a 0-based UTF-8 offset, for `reason`.
  case malformedRegex(offset: Int, reason: String)

  /// The filter pattern is wrong at `offset`, a 0-based UTF-8 offset, where `expected` should be.
  case malformedFilterPattern(offset: Int, expected: String)

  /// The policy document is wrong as the error says.
  case malformedPolicyDocument(PolicyDocumentError)

  /// What is wrong, as the message of a diagnostic.
  package var message: String {
    switch self {
    case .malformed(let kind, let text):
      "`\(text)` is not \(kind.name)"
    case .outOfRange(let kind, let text):
      "`\(text)` is out of the range of \(kind.name)"
    case .unknownUnit(let kind, let unit, _):
      "`\(unit)` is not a unit of \(kind.name)"
    case .unorderedUnits(let text):
      "the units of the duration `\(text)` do not go from large to small"
    case .hostBits(let text, let network):
      "`\(text)` has bits set beyond its prefix; the network is `\(network)`"
    case .malformedRegex(let offset, let reason):
      "malformed regular expression: \(reason), at offset \(offset)"
    case .malformedFilterPattern(let offset, let expected):
      "malformed filter pattern: expected \(expected) at offset \(offset)"
    case .malformedPolicyDocument(let error):
      error.message
    }
  }

  /// What to write instead, if that can be said.
  package var help: String? {
    switch self {
    case .malformed(let kind, _), .outOfRange(let kind, _):
      "write it like `\(kind.example)`"
    case .unknownUnit(_, _, let known):
      "the units are \(known.map { "`\($0)`" }.joined(separator: ", "))"
    case .unorderedUnits:
      "write each unit once, the largest first, like `1d12h`"
    case .hostBits(_, let network):
      "write `\(network)`"
    case .malformedRegex, .malformedFilterPattern, .malformedPolicyDocument:
      nil
    }
  }
}

extension ValueError: CustomStringConvertible {
  package var description: String { message }
}
