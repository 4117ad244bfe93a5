internal import PolicyIR
internal import ResourceModel

/// A term in the form that `KnownEvaluator` walks: without memory of its own, so that looking at one
/// costs next to nothing.
///
/// Operands are the 0-based indices of terms in the same `KnownCode`, `parts` ranges in its list of
/// those.
enum KnownTerm {
  /// One that is left to the interpreter.
  case interpreted(TermID)
  /// The constant at this 0-based index.
  case constant(Int32)
  case absent
  case variable(slot: Int32)
  case member(of: Int32, name: RawName)
  /// An element at a 0-based index that is written out.
  case element(of: Int32, index: Int32)
  case chain(base: Int32, slot: Int32, body: Int32)
  case coalesce(Int32, Int32)
  case not(Int32)
  case and(Int32, Int32)
  case or(Int32, Int32)
  case isPresent(Int32)
  case isEmpty(Int32)
  case conditional(Int32, then: Int32, else: Int32)
  /// The arms are these parts of the list of arms.
  case match(Int32, arms: Int32, count: Int32)
  case compare(Comparison, Comparand, Comparand)
  case membership(Int32, in: Int32)
  case arithmetic(Arithmetic, Int32, Int32)
  case portRange(Int32, Int32)
  case quantifier(LogicalQuantifier, Range, body: Int32)
  case comprehension(Range, body: Int32, isSet: Bool)
  case count(Range)
  case list(parts: Int32, count: Int32)
  /// The form is at this place of the list of those, and a part of -1 is a field that is not given.
  case structure(StructureID, form: Int32, parts: Int32)
  /// The first part is the body of the function, the others are arguments.
  case call(parts: Int32, count: Int32, slotCount: Int32)
  /// The first element; of an incomplete join any is as good.
  case first(of: Int32, isJoin: Bool)
  /// Another function of a collection; the interpreter knows the argument by `term`.
  case collectionFunction(Builtin, Int32, term: TermID)
  /// A function of a raw resource or a part of one.
  case rawFunction(Builtin, Int32)
  case decode(Int32, as: TypeID)
  case widen(Int32, to: TypeID)
  /// The operand as a value of a wider type, of which it is one as it is.
  case same(Int32)

  /// What is ranged over.
  struct Range {
    /// The variable.
    let slot: Int32

    /// The collection.
    let collection: Int32

    /// Which elements count; -1 for all.
    let filter: Int32
  }

  /// One side of a comparison.
  struct Comparand {
    /// What it is.
    enum Kind {
      /// A term that is read.
      case term
      /// A scalar that stands for `Json`, without the step of making it such.
      case scalar
      /// A count, without the step of making it a value.
      case count
    }

    /// The term.
    let term: Int32

    /// How it is read.
    let kind: Kind
  }
}
