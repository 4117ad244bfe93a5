internal import DomainValues

/// Reads the bytes after the first as the sort of value that the first one chooses; what is printed
/// of a value writes it again.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzzValues(_ start: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: size))
  guard let first = bytes.first else { return 0 }
  let text = String(decoding: bytes.dropFirst(), as: UTF8.self)
  do throws(ValueError) {
    switch first {
    case UInt8(ascii: "a"):
      check(try Arn.parse(text)) { value throws(ValueError) in try Arn.parse(value) }
    case UInt8(ascii: "b"):
      check(try ByteCount.parse(text)) { value throws(ValueError) in try ByteCount.parse(value) }
    case UInt8(ascii: "c"):
      check(try Cidr.parse(text)) { value throws(ValueError) in try Cidr.parse(value) }
    case UInt8(ascii: "C"):
      let set = try CidrSet.parse(text, allowingHostBits: true)
      precondition(set.union(set) == set, "a set is the union with itself")
    case UInt8(ascii: "d"):
      check(try PolicyDuration.parse(text)) { value throws(ValueError) in
        try PolicyDuration.parse(value)
      }
    case UInt8(ascii: "g"):
      let glob = Glob(text)
      precondition(Glob(glob.description) == glob, "what is printed is the same pattern")
      precondition(glob.covers(glob) == .true, "a pattern covers itself")
      _ = glob.matches(String(text.reversed()))
    case UInt8(ascii: "i"):
      check(try IPAddress.parse(text)) { value throws(ValueError) in try IPAddress.parse(value) }
    case UInt8(ascii: "p"):
      check(try PortSet.parse(text)) { value throws(ValueError) in try PortSet.parse(value) }
    case UInt8(ascii: "t"):
      check(try Timestamp.parse(text)) { value throws(ValueError) in try Timestamp.parse(value) }
    case UInt8(ascii: "v"):
      check(try Version.parse(text)) { value throws(ValueError) in try Version.parse(value) }
    default: break
    }
  } catch {
    precondition(!error.description.isEmpty, "what is wrong is said")
  }
  return 0
}

private func check<Value: Equatable & CustomStringConvertible>(
  _ value: Value, _ parse: (String) throws(ValueError) -> Value
) {
  do throws(ValueError) {
    let again = try parse(value.description)
    precondition(again == value, "what is printed is the same value")
  } catch {
    preconditionFailure("what is printed is a value")
  }
}
