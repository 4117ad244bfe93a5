internal import ResourceModel

extension JsonDecoder {
  /// Returns the policy document that a text or an object writes.
  func policyDocument(_ id: RawValueID) -> Cell {
    let cause = Cause(.undecidable, "policy documents", origin: rawValues.origin(of: id))
    return Cell(.unknown(cause), origin: rawValues.origin(of: id))
  }
}
