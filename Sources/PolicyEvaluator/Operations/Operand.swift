internal import PolicyIR
internal import ResourceModel

/// What a term was compiled to.
indirect enum Operand: Sendable {
  /// The same for every row; causes do not matter.
  case constant(Reading)
  /// A vector.
  case vector(OperationID)
  /// A function of the distinct values of one or two vectors, as a term in which they are variables.
  case derived(TermID, of: [OperationID])
  /// The elements of a frame that surely pass the filter, of which the body is taken: a comprehension
  /// that nobody looks at as a whole.
  case elements(FrameID, filter: OperationID?, body: Operand, isSet: Bool)
  /// A collection of which only `is empty` can ask: whether it surely has elements.
  case presence(TruthOperand)
  /// Something that is left to the interpreter.
  case opaque

  /// What is known to be unknown.
  static let unknown = Operand.constant(.unknown(Cause(.undecidable)))
}

/// What a condition was compiled to.
enum TruthOperand: Sendable {
  /// A truth byte for every row.
  case constant(UInt8)
  /// A vector of truths.
  case vector(OperationID)
}

extension Operand {
  /// Creates the operand that a condition is.
  ///
  /// It is no method of the compiler, which would be copied for the time in which the condition is
  /// compiled.
  init(_ truth: TruthOperand) {
    self =
      switch truth {
      case .constant(0): .constant(.value(.bool(false)))
      case .constant(2): .constant(.value(.bool(true)))
      case .constant: .unknown
      case .vector(let id): .vector(id)
      }
  }
}
