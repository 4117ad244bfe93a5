/// A file of policies that is to be formatted.
package struct PolicyFile: Sendable {
  /// The name people know it by, usually its path as they gave it.
  package let name: String

  /// The contents.
  package let bytes: [UInt8]

  /// Creates the file called `name`.
  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
