package import ResourceModel
package import SourceText

/// A format that resources can be collected from.
package enum InputFormat: String, Hashable, Sendable, CaseIterable {
  /// What `terraform show -json` writes of a plan.
  case terraformPlan = "terraform-plan"

  /// Returns the format that `file` seems to be in, or `nil` when it is none.
  ///
  /// It may still turn out to be broken when it is collected.
  package static func detect(_ file: SourceFile) -> InputFormat? {
    let isSpace: (UInt8) -> Bool = { [0x20, 0x0A, 0x0D, 0x09].contains($0) }
    return file.bytes.first { !isSpace($0) } == UInt8(ascii: "{") ? .terraformPlan : nil
  }

  /// Returns what `file`, known as `id`, says of resources.
  ///
  /// - Throws: a `CollectError` when it does not have this format.
  package func collect(_ file: SourceFile, id: FileID) throws(CollectError) -> RawInventory {
    switch self {
    case .terraformPlan: try TerraformPlanCollector.collect(file, id: id)
    }
  }
}
