package import ResourceModel
package import SourceText
internal import StructuredText

/// Collects the resources that there will be once a Terraform plan is applied.
package enum TerraformPlanCollector {
  /// What Terraform's own plan files start with, as zip archives do.
  static let archiveMark: [UInt8] = [0x50, 0x4B, 0x03, 0x04]

  /// Returns what the plan in `file`, known as `id`, says of resources.
  ///
  /// - Throws: a `CollectError` when `file` is not a plan as `terraform show -json` writes it.
  package static func collect(_ file: SourceFile, id: FileID) throws(CollectError) -> RawInventory {
    try read(file, id: id).inventory(.everything)
  }

  /// Returns the parts of the plan in `file`, known as `id`.
  ///
  /// - Throws: a `CollectError` when `file` is not a plan as `terraform show -json` writes it.
  static func read(_ file: SourceFile, id: FileID) throws(CollectError) -> PlanAssembly {
    try PlanAssembly(PlanDocument(json: try parse(file, id: id)))
  }

  /// Returns the JSON of `file`.
  private static func parse(_ file: SourceFile, id: FileID) throws(CollectError) -> JSONDocument {
    let start = SourceRange(file: id, lower: 0, upper: 0)
    if file.bytes.starts(with: archiveMark) { throw .binaryPlan(start) }
    guard file.bytes.contains(where: { ![0x20, 0x0A, 0x0D, 0x09].contains($0) }) else {
      throw .empty(start)
    }
    do {
      return try JSONDocument.parse(file, id: id)
    } catch {
      if case .unexpectedEnd = error.kind { throw .truncated(error.range) }
      throw .notJSON(error)
    }
  }
}
