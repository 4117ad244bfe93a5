/// A name that objects of a type have, and that their type has not.
struct Stranger: Sendable {
  /// What has it: the name of a resource type or structure.
  let owner: Int

  /// The digest of the name.
  let digest: UInt32

  /// The name.
  let name: [UInt8]

  /// How often it was met.
  var count: Int
}
