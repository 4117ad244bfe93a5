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

  /// The account and region it is in.
  package let site: RawSite

  /// Whether everything that is attached to it is in the same input, as is so for what a plan is
  /// about to create: nothing can refer to it yet.
  package let isNew: Bool

  /// What the name of the type starts with of what the input takes away or changes, as it was before.
  package static let formerPrefix = "former."

  /// Whether it is something that the input takes away or changes, as it was before.
  package var isFormer: Bool { type.hasPrefix(RawResource.formerPrefix) }

  /// Creates a raw resource.
  package init(
    type: String, address: String, attributes: RawValueID, origin: SourceRange?, site: RawSite,
    isNew: Bool
  ) {
    self.type = type
    self.address = address
    self.attributes = attributes
    self.origin = origin
    self.site = site
    self.isNew = isNew
  }

  /// The same resource, taken for one that exists already.
  package var existing: RawResource {
    RawResource(
      type: type, address: address, attributes: attributes, origin: origin, site: site,
      isNew: false)
  }
}
