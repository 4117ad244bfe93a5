internal import PolicyIR
internal import ResourceModel

/// An expression that was checked and lowered.
struct Checked {
  /// The term.
  var term: TermID
  /// The type of its value, which may be narrower than the term's own.
  var type: TypeID
  /// What its truth says about other values.
  var facts = Facts()
  /// The path it reads, if it is one.
  var path: ValuePath?
}
