package import ResourceModel
package import SourceText

/// All that an evaluator sees of a set of packs: typed, resolved, without syntax.
package struct Program: Sendable {
  /// The types.
  package var schema: Schema

  /// The functions, by their ids.
  package var functions: [Function] = []

  /// The rules, by their ids.
  package var rules: [Rule] = []

  /// The mappings, in the order of the packs.
  package var mappings: [Mapping] = []

  /// The tests, in the order of the packs.
  package var tests: [PolicyTest] = []

  /// Where policies say a name that something had before.
  package var formerNameUses: [FormerNameUse] = []

  /// The changes that no test need notice, in the order of the packs.
  package var survivors: [AcceptedSurvivor] = []

  // What is asked for most is inlined into other targets, so that terms are looked at in their
  // places.
  @usableFromInline var terms: [Term] = []
  @usableFromInline var types: [TypeID] = []
  @usableFromInline var ranges: [SourceRange] = []

  /// How deep terms may be inside each other to be evaluated, where the body of a function is inside
  /// of each call of it.
  package static let greatestDepth = 400

  /// Creates a program that has only a schema.
  package init(schema: Schema) {
    self.schema = schema
  }

  /// Creates a program of `terms`, of which each has the type and the place with its number.
  init(schema: Schema, terms: [Term], types: [TypeID], ranges: [SourceRange]) {
    self.schema = schema
    self.terms = terms
    self.types = types
    self.ranges = ranges
  }

  /// The number of terms, whose ids are the indices below it.
  package var termCount: Int { terms.count }

  @inlinable package subscript(id: TermID) -> Term { terms[Int(id.index)] }
  @inlinable package subscript(id: FunctionID) -> Function { functions[id.index] }
  @inlinable package subscript(id: RuleID) -> Rule { rules[id.index] }

  /// Returns the type of the term's value.
  @inlinable package func type(of id: TermID) -> TypeID { types[Int(id.index)] }

  /// Returns where the term stands in its policy.
  @inlinable package func range(of id: TermID) -> SourceRange { ranges[Int(id.index)] }

  /// Adds a term whose value is of `type` and which stands at `range`.
  package mutating func insert(_ term: consuming Term, type: TypeID, at range: SourceRange)
    -> TermID
  {
    terms.append(term)
    types.append(type)
    ranges.append(range)
    return TermID(index: UInt32(terms.count - 1))
  }

  /// Makes room for `count` more terms.
  package mutating func reserveCapacity(terms count: Int) {
    terms.reserveCapacity(terms.count + count)
    types.reserveCapacity(types.count + count)
    ranges.reserveCapacity(ranges.count + count)
  }

  /// Returns the rule that is, or was, named `name`, of `pack` if there is one, else of any.
  package func rule(named name: String, in pack: String? = nil) -> RuleID? {
    let index =
      rules.firstIndex { $0.name == name && (pack == nil || $0.pack == pack) }
      ?? rules.firstIndex { $0.formerNames.contains(name) && (pack == nil || $0.pack == pack) }
    return index.map { RuleID(index: $0) }
  }
}
