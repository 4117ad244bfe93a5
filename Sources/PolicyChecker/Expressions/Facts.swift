/// A variable, or a chain of attributes from one: what may be known to be present.
struct ValuePath: Hashable {
  /// What the chain starts at.
  enum Root: Hashable {
    case parameter(Int)
    case slot(Int)
  }

  /// What the chain starts at.
  let root: Root
  /// The names or keys along the chain.
  var steps: [String] = []

  /// Returns the path to the part `step` of the value at `self`.
  func appending(_ step: String) -> ValuePath {
    var longer = self
    longer.steps.append(step)
    return longer
  }
}

/// Which optional values are present when a condition holds, and when it does not.
struct Facts {
  /// What is known, if anything is: most expressions say nothing.
  private var known: (whenTrue: Set<ValuePath>, whenFalse: Set<ValuePath>)?

  /// Creates the facts that these are present when the condition is true, and those when it is false.
  init(whenTrue: Set<ValuePath> = [], whenFalse: Set<ValuePath> = []) {
    known = whenTrue.isEmpty && whenFalse.isEmpty ? nil : (whenTrue, whenFalse)
  }

  /// Present when the condition is true.
  var whenTrue: Set<ValuePath> {
    get { known?.whenTrue ?? [] }
    set { self = Facts(whenTrue: newValue, whenFalse: whenFalse) }
  }

  /// Present when the condition is false.
  var whenFalse: Set<ValuePath> {
    get { known?.whenFalse ?? [] }
    set { self = Facts(whenTrue: whenTrue, whenFalse: newValue) }
  }

  /// The facts of the condition's opposite.
  var negated: Facts { Facts(whenTrue: whenFalse, whenFalse: whenTrue) }

  /// Returns the facts of `left and right`.
  static func and(_ left: Facts, _ right: Facts) -> Facts {
    if left.known == nil, right.known == nil { return Facts() }
    return Facts(
      whenTrue: left.whenTrue.union(right.whenTrue),
      whenFalse: left.whenFalse.intersection(right.whenFalse))
  }

  /// Returns the facts of `left or right`.
  static func or(_ left: Facts, _ right: Facts) -> Facts {
    and(left.negated, right.negated).negated
  }
}
