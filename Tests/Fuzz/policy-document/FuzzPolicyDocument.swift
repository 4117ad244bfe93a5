internal import DomainValues

/// Reads the bytes as an IAM policy, or as several with line breaks between them, and asks what may
/// be asked of policies.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzzPolicyDocument(_ start: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: size))
  let texts = bytes.split(separator: 0x0A).prefix(4)
  var documents: [PolicyDocument] = []
  for text in texts {
    do throws(ValueError) {
      documents.append(try PolicyDocument.parse(String(decoding: text, as: UTF8.self)))
    } catch {
      precondition(!error.description.isEmpty, "what is wrong is said")
    }
  }
  let policies = PolicySet(documents)
  let alone = PolicySet(documents.prefix(1).map(\.self))
  if policies.isPublic() == .false, !documents.contains(where: { !$0.isComplete }) {
    _ = alone.isPublic()
  }
  _ = policies.grantsFullAdministration()
  let answer = policies.allows(action: "s3:GetObject", resource: "arn:aws:s3:::a/b")
  // The order of policies does not matter.
  let mirrored = PolicySet(documents.reversed())
  precondition(
    answer == mirrored.allows(action: "s3:GetObject", resource: "arn:aws:s3:::a/b"),
    "the order of policies does not matter")
  return 0
}
