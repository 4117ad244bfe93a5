/// What the resource name (ARN) of a resource says of where the resource is.
struct OwnName {
  /// The account's id, if there is one.
  let account: String?

  /// The region's name, if there is one.
  let region: String?

  /// Reads `text`, or returns `nil` when it is not a resource name.
  init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    guard parts.count == 6, parts[0] == "arn" else { return nil }
    region = parts[3].isEmpty ? nil : String(parts[3])
    account = OwnName.isAccount(String(parts[4])) ? String(parts[4]) : nil
  }

  /// Returns `true` iff `text` has the form of an account's id.
  static func isAccount(_ text: String) -> Bool {
    text.utf8.count == 12 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
