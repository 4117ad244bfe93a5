/// A source of numbers that gives the same ones for the same seed (SplitMix64).
package struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  /// Creates the source that `seed` makes.
  package init(seed: UInt64) {
    state = seed
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Returns one of `elements`, of which there must be some.
  package mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int(next() % UInt64(elements.count))]
  }

  /// Returns `true` once in `count` times.
  package mutating func chance(_ count: UInt64) -> Bool { next() % count == 0 }

  /// Returns a text of at most `longest` of the characters in `alphabet`.
  package mutating func text(of alphabet: String, upTo longest: Int) -> String {
    let letters = Array(alphabet)
    return String(
      (0..<Int.random(in: 0...longest, using: &self)).map { _ in
        letters[Int.random(in: 0..<letters.count, using: &self)]
      })
  }
}
