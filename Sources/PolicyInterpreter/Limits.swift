internal import PolicyIR
package import ResourceModel

/// How much work one rule may do for one resource.
package struct Limits: Hashable, Sendable {
  /// The number of terms that may be evaluated.
  package let steps: Int

  /// How deep terms and calls may be nested.
  package let depth: Int

  /// What a run allows unless it says otherwise.
  package static let standard = Limits(steps: 1_000_000, depth: Program.greatestDepth)

  /// Creates the limits.
  package init(steps: Int, depth: Int) {
    self.steps = steps
    self.depth = depth
  }

  /// Why something is unknown that took more steps than are allowed.
  package var stepCause: Cause { Cause(.limitExceeded, "more than \(steps) steps") }

  /// Why something is unknown that is nested deeper than is allowed.
  package var depthCause: Cause { Cause(.limitExceeded, "nested deeper than \(depth) levels") }
}
