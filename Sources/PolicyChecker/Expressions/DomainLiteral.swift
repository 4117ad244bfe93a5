internal import ResourceModel
internal import SourceText

/// A value of a domain type, as a policy writes it.
struct DomainLiteral: Hashable {
  /// The type.
  let type: ValueType

  /// What is written, without quotes.
  let text: ExactText
}
