internal import PolicyIR
package import ResourceModel

/// What is needed by those that map raw resources, and leave terms to this evaluator.
///
/// The properties behind it are not `package` themselves: as long as no other module can reach them,
/// the compiler knows of most of their uses that no other overlaps, and leaves out the checks for
/// that, which would be paid for with every term of every rule.
extension TermEvaluator {
  /// The `Json` values of the input, and those that terms made so far.
  package var values: RawValues { rawValues }

  /// Returns the name that `text` has among the values.
  package func demandName(_ text: String) -> RawName { rawValues.demand(name: text) }

  /// The number of steps taken for the current resource.
  package var takenSteps: Int {
    get { steps }
    set { steps = newValue }
  }

  /// Replaces the variables by `slots`, of which those in `joinSlots` hold joins.
  package func replaceSlots(_ slots: consuming [Cell], joinSlots: consuming Set<Int>) {
    self.slots = slots
    self.joinSlots = joinSlots
  }
}
