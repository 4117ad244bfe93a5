package import SourceText

/// A resource as its source writes it, before mapping.
package struct RawResource: Sendable {
  /// The source's name of the type, such as `aws_s3_bucket`.
  package let type: String

  /// The source's name of the resource, such as `module.logs.aws_s3_bucket.main[0]`.
  package let address: String

  /// Its attributes, an object.
  package let attributes: RawValueID

  /// Where it stands in the source.
  package let origin: SourceRange?

  /// The account it is in.
  package let account: RawScope

  /// The region it is in.
  package let region: RawScope

  /// Whether everything that is attached to it is in the same input, as is so for what a plan is
  /// about to create: nothing can refer to it yet.
  package let isNew: Bool

  /// Creates a raw resource.
  package init(
    type: String, address: String, attributes: RawValueID, origin: SourceRange?,
    account: RawScope, region: RawScope, isNew: Bool
  ) {
    self.type = type
    self.address = address
    self.attributes = attributes
    self.origin = origin
    self.account = account
    self.region = region
    self.isNew = isNew
  }

  /// The same resource, taken for one that exists already.
  package var existing: RawResource {
    RawResource(
      type: type, address: address, attributes: attributes, origin: origin, account: account,
      region: region, isNew: false)
  }
}
