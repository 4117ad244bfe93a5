internal import Collectors
internal import Diagnostics
internal import ResourceModel
internal import SourceText

/// Collects `size` bytes at `start` as libFuzzer hands them over.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzzPlan(_ start: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: size))
  guard let file = InputFormat.file(name: "plan.json", bytes: bytes) else { return 0 }
  do throws(CollectError) {
    let inventory = try TerraformPlanCollector.collect(file, id: FileID(index: 0))
    for resource in inventory.resources {
      guard case .object = inventory.values[resource.attributes] else {
        preconditionFailure("the attributes of a resource are an object")
      }
    }
  } catch {
    let diagnostic = Diagnostic.uncollectable(error)
    precondition(Int(diagnostic.primary.upper) <= file.bytes.count, "errors lie in the file")
  }
  return 0
}
