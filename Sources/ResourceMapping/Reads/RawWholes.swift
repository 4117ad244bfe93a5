/// Which raw resources a term may be as a whole, or hold as elements of lists.
struct RawWholes: Hashable {
  /// The numbers of their types, in ascending order.
  private(set) var types: [Int] = []

  /// Whether they may be of any type.
  private(set) var isAny = false

  /// Whether the term is surely one, or every element of it.
  private(set) var isCertain = false

  /// No raw resource.
  static let nothing = RawWholes()

  /// Creates what is none.
  private init() {}

  /// Creates what is surely raw resources of the types with the numbers `types`.
  init(types: [Int]) {
    self.types = types.sorted()
    isCertain = true
  }

  /// What is surely raw resources of some type.
  static var ofAnyType: RawWholes {
    var wholes = RawWholes()
    wholes.isAny = true
    wholes.isCertain = true
    return wholes
  }

  /// Whether there are none.
  var isNone: Bool { types.isEmpty && !isAny }

  /// The same, which may also be something else.
  var uncertain: RawWholes {
    var wholes = self
    wholes.isCertain = false
    return wholes
  }

  /// Returns what is one or the other.
  func union(_ other: RawWholes) -> RawWholes {
    var wholes = self
    wholes.types += other.types.filter { !types.contains($0) }
    wholes.types.sort()
    wholes.isAny = isAny || other.isAny
    wholes.isCertain = isCertain && other.isCertain
    return wholes
  }
}
