package import SourceText

/// The name of a resource in AWS, like `arn:aws:iam::123456789012:user/kim`.
package struct Arn: Hashable, Sendable {
  /// The part of AWS that is apart from others, like `aws` or `aws-cn`.
  @ExactText package private(set) var partition: String

  /// The service, like `iam`.
  @ExactText package private(set) var service: String

  /// The region, empty if the resource has none.
  @ExactText package private(set) var region: String

  /// The account, empty if the resource has none.
  @ExactText package private(set) var account: String

  /// All that follows the account; it may have colons and slashes in it.
  @ExactText package private(set) var resource: String

  /// Returns the ARN that `text` writes.
  package static func parse(_ text: String) throws(ValueError) -> Arn {
    // A colon is one whatever follows it, even what Swift would join with it to one character.
    let parts = text.unicodeScalars.split(
      separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    guard parts.count == 6, parts[0].elementsEqual("arn".unicodeScalars), !parts[1].isEmpty,
      !parts[2].isEmpty, !parts[5].isEmpty, !text.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F })
    else { throw .malformed(.arn, text: text) }
    return Arn(
      partition: String(parts[1]), service: String(parts[2]), region: String(parts[3]),
      account: String(parts[4]), resource: String(parts[5]))
  }

  /// Returns whether `utf8` writes an ARN.
  package static func isWritten(by utf8: Span<UInt8>) -> Bool {
    // The colons after the first five belong to the resource.
    var colons = 0
    var start = 0
    for index in utf8.indices {
      let byte = utf8[index]
      if byte <= 0x20 || byte == 0x7F { return false }
      guard byte == UInt8(ascii: ":"), colons < 5 else { continue }
      if colons == 0 {
        guard index == 3, utf8[0] == UInt8(ascii: "a"), utf8[1] == UInt8(ascii: "r"),
          utf8[2] == UInt8(ascii: "n")
        else { return false }
      } else if colons < 3, index == start {
        return false
      }
      colons += 1
      start = index + 1
    }
    return colons == 5 && start < utf8.count
  }

  private init(
    partition: String, service: String, region: String, account: String, resource: String
  ) {
    self.partition = partition
    self.service = service
    self.region = region
    self.account = account
    self.resource = resource
  }

  /// The part of the resource before its first slash or colon, or `nil` if it has neither.
  package var resourceType: String? {
    separator.map { String(resource[..<$0]) }
  }

  /// The part of the resource after its first slash or colon; all of it if it has neither.
  package var resourceID: String {
    separator.map { String(resource[resource.unicodeScalars.index(after: $0)...]) } ?? resource
  }

  private var separator: String.Index? {
    resource.unicodeScalars.firstIndex { $0 == "/" || $0 == ":" }
  }
}

extension Arn: Comparable {
  package static func < (left: Arn, right: Arn) -> Bool {
    ExactText(left.description) < ExactText(right.description)
  }
}

extension Arn: CustomStringConvertible {
  package var description: String { "arn:\(partition):\(service):\(region):\(account):\(resource)" }
}
