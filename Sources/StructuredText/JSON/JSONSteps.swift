/// Remembers what was found out about the keys at steps of trails; keys at one step are the same.
struct JSONSteps<Finding: Sendable>: Sendable {
  /// Steps and findings, each where the number of the step leads to.
  private var known: [(step: UInt32, finding: Finding)]

  /// How many steps are remembered.
  private static var count: Int { 64 }

  /// Creates a memory that is empty; it is filled with `anything`.
  init(filledWith anything: Finding) {
    known = Array(repeating: (0, anything), count: Self.count)
  }

  /// What is remembered about `key`; `nil` if nothing is, or its object is not on a trail.
  subscript(key: JSONNode) -> Finding? {
    let place = Int(key.end) % Self.count
    return key.end != 0 && known[place].step == key.end ? known[place].finding : nil
  }

  /// Remembers `finding` about `key`, if its object is on a trail.
  mutating func remember(_ finding: Finding, about key: JSONNode) {
    if key.end != 0 { known[Int(key.end) % Self.count] = (key.end, finding) }
  }
}
