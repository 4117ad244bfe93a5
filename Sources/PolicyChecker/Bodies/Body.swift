internal import PolicyIR
internal import ResourceModel
internal import SourceText

/// What is known while the body of one declaration is checked.
struct Body {
  /// What kind of declaration it is.
  enum Kind {
    /// A default, a bound, what absence means: nothing may be read.
    case constant
    case function
    case rule
    case mapping
    case test
  }

  /// A name and what it stands for.
  struct Variable {
    /// Where the value is: a slot or a parameter of the rule.
    let term: Term
    /// Its type.
    let type: TypeID
    /// Where it is declared.
    let range: SourceRange
    /// Whether it stands for one element after another.
    let isElement: Bool
  }

  /// What kind of declaration it is.
  let kind: Kind

  /// The names that are visible.
  var variables: [String: Variable] = [:]

  /// The parameters of the rule, as far as they are checked.
  var parameters: [Parameter] = []

  /// The optional values that are known to be present.
  var present: Set<ValuePath> = []

  /// The number of slots used so far.
  var slotCount = 0

  /// The functions that are called.
  var calls: [FunctionID] = []

  /// Creates an empty body.
  init(kind: Kind) {
    self.kind = kind
  }

  /// Returns a slot that nothing uses.
  mutating func makeSlot() -> Int {
    slotCount += 1
    return slotCount - 1
  }
}
