package import ResourceModel
package import SourceText

/// An expression with its names, overloads and types resolved.
///
/// Variables are numbered slots of the rule, function, mapping or test case that they stand in.
package enum Term: Hashable, Sendable {
  case constant(Value)
  /// No value, of an optional type.
  case absent
  /// The parameter of the rule at this 0-based index.
  case parameter(Int)
  /// The variable in this slot.
  case variable(slot: Int)
  /// The instant of the run.
  case now
  /// An attribute of a resource.
  case attribute(of: TermID, index: Int)
  /// An attribute of a structure.
  case field(of: TermID, index: Int)
  /// A member of `Json`; absent when there is none, or the base is absent.
  case member(of: TermID, name: String)
  /// An element of `Json` by number, or a member by name; absent when there is none.
  case element(of: TermID, key: TermID)
  /// The value of a map for a key; absent when there is none.
  case lookup(in: TermID, key: TermID)
  /// Absent when `base` is; else `body` with the value of `base` in `slot`.
  case chain(base: TermID, slot: Int, body: TermID)
  /// `left`, or `right` when it is absent.
  case coalesce(TermID, TermID)
  case not(TermID)
  case and(TermID, TermID)
  case or(TermID, TermID)
  case implies(TermID, TermID)
  case compare(Comparison, TermID, TermID)
  /// Whether the first is in the second.
  case membership(TermID, in: TermID)
  /// Whether the text holds a match of the expression.
  case matches(TermID, TermID)
  /// Whether the first holds all that the second does.
  case covers(TermID, TermID)
  /// Whether the two have something in common.
  case meets(TermID, TermID)
  case isPresent(TermID)
  case isEmpty(TermID)
  case isWorld(TermID)
  case negate(TermID)
  case arithmetic(Arithmetic, TermID, TermID)
  case setOperation(SetOperation, TermID, TermID)
  case quantifier(LogicalQuantifier, Iteration, body: TermID)
  /// `exactly` this many elements satisfy the body.
  case exactly(TermID, Iteration, body: TermID)
  case count(Iteration)
  case fold(Fold, Iteration, body: TermID)
  case comprehension(Iteration, body: TermID, isSet: Bool)
  case mapComprehension(Iteration, key: TermID, value: TermID)
  /// A map from keys to the lists of what the body gives for the elements with that key.
  case groups(Iteration, key: TermID, body: TermID)
  /// The resources that are reached from one or several by following one of the paths, again and
  /// again; each path is made of 0-based indices of attributes, of resources and structures.
  case closure(of: TermID, paths: [[Int]], includesBase: Bool)
  case conditional(TermID, then: TermID, else: TermID)
  /// Each arm has the indices of its enum cases and its value.
  case match(TermID, arms: [Arm])
  case list([TermID])
  case set([TermID])
  case map([Entry])
  case structure(StructureID, [TermID?])
  /// A node of a test, with its attributes by index; what is not written is unknown.
  case fixture(ResourceTypeID, [TermID?])
  case call(FunctionID, [TermID])
  case builtin(Builtin, [TermID])
  case text([TextPart])
  /// `Json`, or a collection of it, read as a value of the type; an edge is found by what the
  /// `Json` refers to or by the text of a key.
  case decode(TermID, as: TypeID)
  /// A value as one of a wider type: a block as a set of addresses, a number as a set of ports,
  /// anything as `Json`.
  case widen(TermID, to: TypeID)
  /// The ports from the first to the second.
  case portRange(TermID, TermID)
}

/// The elements of a collection that satisfy a filter, one after another in `slot`.
package struct Iteration: Hashable, Sendable {
  /// The variable; when a map is ranged over, that of the key.
  package let slot: Int
  /// The variable of the value of the key, when a map is ranged over.
  package let valueSlot: Int?
  /// What is ranged over.
  package let collection: TermID
  /// Which elements count; all when there is none.
  package let filter: TermID?

  /// Creates an iteration.
  package init(slot: Int, valueSlot: Int? = nil, collection: TermID, filter: TermID?) {
    self.slot = slot
    self.valueSlot = valueSlot
    self.collection = collection
    self.filter = filter
  }
}

/// One arm of a `match`.
package struct Arm: Hashable, Sendable {
  /// The 0-based indices of the enum cases it is for.
  package let cases: [Int]
  /// Its value.
  package let value: TermID

  /// Creates an arm.
  package init(cases: [Int], value: TermID) {
    self.cases = cases
    self.value = value
  }
}

/// One entry of a map literal.
package struct Entry: Hashable, Sendable {
  /// The key.
  package let key: TermID
  /// The value.
  package let value: TermID

  /// Creates an entry.
  package init(key: TermID, value: TermID) {
    self.key = key
    self.value = value
  }
}

/// A part of an interpolated string.
package enum TextPart: Hashable, Sendable {
  case literal(ExactText)
  case value(TermID)
}
