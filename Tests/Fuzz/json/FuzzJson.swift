internal import SourceText
internal import StructuredText

/// Reads the bytes as JSON and walks through what they hold.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzzJSON(_ start: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: size))
  let id = FileID(index: 0)
  let document: JSONDocument
  do throws(JSONError) {
    document = try JSONDocument.parse(bytes: bytes, file: id)
  } catch {
    precondition(Int(error.range.upper) <= bytes.count, "errors lie in the text")
    return 0
  }
  var pending = [document.root]
  while let value = pending.popLast() {
    let range = document.range(of: value)
    precondition(Int(range.upper) <= bytes.count, "values lie in the text")
    var inner = document.elements(of: value).map { $0 }
    inner += document.members(of: value).map(\.value)
    precondition(inner.count == document.count(of: value), "the count is that of what is inside")
    for child in inner { precondition(range.contains(document.range(of: child)), "ranges nest") }
    pending += inner
  }
  return 0
}
