/// A type, as written.
package enum TypeName: Hashable, Sendable {
  /// Text that is no type; it was reported.
  case error
  /// `String`, `aws.ec2.Volume`, or with arguments `Set<Int>`, `Map<String, String>`.
  case named(QualifiedName, arguments: NodeList<TypeNameID>)
  /// `[Element]`.
  case list(TypeNameID)
  /// `Wrapped?`.
  case optional(TypeNameID)
}
