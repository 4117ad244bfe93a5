/// What a run of a session did anew.
package struct SessionWork: Hashable, Sendable {
  /// Whether packs were parsed and checked.
  package var hasCheckedPacks = false

  /// The names of the inputs that were read, in their order.
  package var readInputs: [String] = []

  /// The number of rules that were evaluated, once for each input and choice of parameters.
  package var evaluatedRuleCount = 0

  /// Creates the work of a run that did nothing.
  package init() {}
}
