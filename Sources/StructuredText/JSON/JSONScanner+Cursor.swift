extension JSONScanner {
  /// What changes with every value, apart from the rest, so that it is kept in registers.
  @safe struct Cursor {
    /// The 0-based offset of the next byte.
    var position: Int

    /// The number of values and keys in the arena.
    var nodeCount: Int

    /// The innermost container that is open, or what stands for none.
    var container: UnsafeMutablePointer<OpenContainer>
  }
}
