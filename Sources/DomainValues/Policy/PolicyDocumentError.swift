package import StructuredText

/// Why a JSON text is not a policy document.
///
/// An element is named by its path, like `Statement[0].Effect`.
package enum PolicyDocumentError: Error, Hashable, Sendable {
  /// The text is not JSON; the ranges of the error count from the start of the text.
  case malformedJSON(JSONError)

  /// There is no such element where one must be.
  case missing(element: String)

  /// There is no such element in the language of policies.
  case unexpected(element: String)

  /// Two elements exclude each other.
  case conflicting(element: String, other: String)

  /// The element is not what it must be.
  case wrongValue(element: String, expected: String)

  /// What is wrong, as the message of a diagnostic.
  package var message: String {
    switch self {
    case .malformedJSON(let error): "malformed policy document: \(error.message)"
    case .missing(let element): "the policy document has no `\(element)`"
    case .unexpected(let element): "`\(element)` is no element of a policy document"
    case .conflicting(let element, let other): "`\(element)` and `\(other)` exclude each other"
    case .wrongValue(let element, let expected): "`\(element)` is not \(expected)"
    }
  }
}

extension PolicyDocumentError: CustomStringConvertible {
  package var description: String { message }
}
