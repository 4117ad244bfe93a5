package import ResourceModel
package import SourceText
internal import StructuredText

/// A format that resources can be collected from.
package enum InputFormat: String, Hashable, Sendable, CaseIterable {
  /// What `terraform show -json` writes of a plan.
  case terraformPlan = "terraform-plan"

  /// What mappings and tests call the source.
  package var sourceName: String {
    switch self {
    case .terraformPlan: "terraform"
    }
  }

  /// Returns the file with the name `name` and the contents `bytes`, in whichever Unicode encoding
  /// they are, or `nil` when they are too many for a file.
  ///
  /// Bytes that are not text are kept as they are, for `collect` to say what is wrong with them.
  package static func file(name: String, bytes: [UInt8]) -> SourceFile? {
    guard bytes.count <= SourceFile.largestSize else { return nil }
    var text = bytes
    do {
      text = try TextDecoding.utf8(from: bytes)
    } catch {
      return SourceFile(name: name, bytes: bytes)
    }
    return text.count <= SourceFile.largestSize ? SourceFile(name: name, bytes: text) : nil
  }

  /// Returns the format that `file` seems to be in, or `nil` when it is none.
  ///
  /// It may still turn out to be broken when it is collected.
  package static func detect(_ file: SourceFile) -> InputFormat? {
    if file.bytes.starts(with: TerraformPlanCollector.archiveMark) { return .terraformPlan }
    let first = file.bytes.first { ![0x20, 0x0A, 0x0D, 0x09].contains($0) }
    return first == UInt8(ascii: "{") ? .terraformPlan : nil
  }

  /// Returns what `file`, known as `id`, says of resources.
  ///
  /// - Throws: a `CollectError` when it does not have this format.
  package func collect(_ file: SourceFile, id: FileID) throws(CollectError) -> RawInventory {
    try read(file, id: id).inventory(.everything)
  }

  /// Returns the parts of `file`, known as `id`, from which resources are collected.
  ///
  /// - Throws: a `CollectError` when it does not have this format.
  package func read(_ file: SourceFile, id: FileID) throws(CollectError) -> ReadInput {
    switch self {
    case .terraformPlan: ReadInput(try TerraformPlanCollector.read(file, id: id))
    }
  }
}
