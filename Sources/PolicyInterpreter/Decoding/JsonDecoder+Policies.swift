internal import DomainValues
internal import ResourceModel

extension JsonDecoder {
  /// Returns the policy document that a text or an object writes.
  func policyDocument(_ id: RawValueID) -> Cell {
    let origin = rawValues.origin(of: id)
    let problem: String
    switch rawValues[id] {
    case .string(let text):
      do throws(ValueError) {
        return Cell(.value(.policyDocument(try PolicyDocument.parse(text))), origin: origin)
      } catch {
        problem = error.message
      }
    case .object:
      do throws(PolicyDocumentError) {
        var reader = PolicyReader(rawValues)
        return Cell(.value(.policyDocument(try reader.read(id))), origin: origin)
      } catch {
        problem = error.message
      }
    case .null, .boolean, .number, .list, .unknown:
      return malformed(id, as: schema.types.simple(.policyDocument))
    }
    return Cell(.unknown(Cause(.malformed, problem.clipped, origin: origin)), origin: origin)
  }
}
