package import SourceText

/// The identity of a value in one `RawValues`.
package struct RawValueID: Hashable, Sendable {
  /// The 0-based index of the value.
  package let index: UInt32

  /// Creates the identity of the value at `index`.
  package init(index: UInt32) {
    self.index = index
  }

  // The one that the compiler makes is no part of the modules that use it.
  @inlinable package static func == (left: RawValueID, right: RawValueID) -> Bool {
    left.index == right.index
  }
}

/// A value as its source writes it, without a schema.
package enum RawValue: Sendable {
  /// Nothing; sources that write `null` mean that the value is not set.
  case null
  case boolean(Bool)
  /// A number, as it is written.
  case number(String)
  case string(String)
  /// The elements are `RawValues.children` of the value.
  case list
  /// The members are `RawValues.children` of the value, each with its name.
  case object
  /// Not known; `isComputed` when the source itself will choose the value because nobody set it.
  ///
  /// It has memory of its own, because it is larger than all others and there are few.
  indirect case unknown(Cause, isComputed: Bool)
}

/// What a raw value says it will be made from.
package struct RawReference: Hashable, Sendable {
  /// The 0-based index of the raw resource referred to, if the input holds it.
  package let resource: Int?

  /// The reference as the source writes it, such as `aws_kms_key.main.arn`.
  @ExactText package private(set) var text: String

  /// The attribute referred to, such as `arn`; empty for the resource as a whole.
  @ExactText package private(set) var attribute: String

  /// Whether what is referred to is known already, such as a variable that whoever runs the source
  /// sets: then it is not why a value is unknown.
  package let isGiven: Bool

  /// Creates a reference to `attribute` of `resource`.
  package init(resource: Int?, text: String, attribute: String, isGiven: Bool = false) {
    self.resource = resource
    self.text = text
    self.attribute = attribute
    self.isGiven = isGiven
  }
}
