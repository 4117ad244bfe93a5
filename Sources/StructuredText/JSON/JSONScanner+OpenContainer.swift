extension JSONScanner {
  /// A container whose end was not reached yet.
  struct OpenContainer {
    /// The 0-based index in the arena.
    var node: Int

    /// The number of elements or members that were begun.
    var count: UInt32

    /// `true` iff it is an object.
    var isObject: Bool

    /// `true` iff all its keys so far are steps of a trail.
    var isOnTrail: Bool

    /// The step of its last key, or else of the key whose value it is in.
    var step: UInt32
  }
}
