/// The ways in which a text can match some of several patterns and not the others.
///
/// All patterns run side by side as one automaton, whose sets of positions are explored breadth
/// first. Each set that is reached tells one combination of matches that some text has, so what
/// holds for every combination holds for every text.
package struct GlobSignatures {
  /// One combination, with the shortest text that has it.
  package struct Signature: Hashable, Sendable {
    /// Which of the patterns match, in their order.
    package let isMatched: [Bool]

    /// A text that matches just these.
    package let witness: String
  }

  /// Returns every combination of matches of `globs` among the texts that `bounds` matches, or
  /// `nil` when there are more than `limit` sets of positions to explore, or when only some of the
  /// patterns tell upper from lower case.
  package static func all(
    of globs: [Glob], within bounds: Glob = .everything, limit: Int = 10_000
  ) -> [Signature]? {
    var bounds = bounds
    let isInsensitive = globs.first?.isCaseInsensitive ?? bounds.isCaseInsensitive
    if bounds.isCaseInsensitive != isInsensitive {
      // Everything is everything in either case, and so is a pattern without letters.
      let folded = Glob(tokens: bounds.tokens, isCaseInsensitive: true)
      let hasLetters = bounds.tokens.contains { $0.isLetter }
      guard !hasLetters else { return nil }
      bounds = Glob(tokens: folded.tokens, isCaseInsensitive: isInsensitive)
    }
    guard globs.allSatisfy({ $0.isCaseInsensitive == isInsensitive }) else { return nil }
    var exploration = GlobSignatures(patterns: [bounds] + globs, limit: limit)
    return exploration.explore()
  }

  /// The steps of all patterns behind one another, each pattern followed by `nil`.
  private var steps: [Glob.Token?] = []

  /// The position at which each pattern starts.
  private var starts: [Int] = []

  /// The pattern that each position belongs to.
  private var owners: [Int] = []

  /// A scalar that no pattern names, which stands for all such scalars.
  private var stranger: UInt32 = 0

  private let limit: Int

  private init(patterns: [Glob], limit: Int) {
    self.limit = limit
    var named: Set<UInt32> = []
    for (index, pattern) in patterns.enumerated() {
      starts.append(steps.count)
      for token in pattern.tokens {
        if case .scalar(let scalar) = token { named.insert(scalar) }
        steps.append(token)
      }
      steps.append(nil)
      while owners.count < steps.count { owners.append(index) }
    }
    // Letters that a reader of a witness takes for a placeholder come first.
    let readable = "xyzwvutsrqponmlkjihgfedcba0123456789".unicodeScalars.map(\.value)
    stranger =
      readable.first { !named.contains($0) } ?? (0xE000...0xF8FF).first { !named.contains($0) } ?? 0
  }

  private mutating func explore() -> [Signature]? {
    var states = [closure(of: starts)]
    // How each state was first reached: the state before it and the scalar read there.
    var origins: [(state: Int, scalar: UInt32)] = [(-1, 0)]
    var known: [[Int]: Int] = [states[0]: 0]
    var found: Set<[Bool]> = []
    var signatures: [Signature] = []
    var work = 0
    var next = 0
    while next < states.count {
      let state = states[next]
      if let isMatched = matches(of: state), found.insert(isMatched).inserted {
        signatures.append(
          Signature(isMatched: isMatched, witness: witness(of: next, from: origins)))
      }
      for scalar in alphabet(of: state) {
        work += state.count
        guard work < limit * 64 else { return nil }
        let reached = advance(state, by: scalar)
        guard let first = reached.first, owners[first] == 0, known[reached] == nil else { continue }
        guard states.count < limit else { return nil }
        known[reached] = states.count
        states.append(reached)
        origins.append((next, scalar))
      }
      next += 1
    }
    return signatures
  }

  /// Returns which patterns but the first match at `state`, or `nil` if the first does not.
  private func matches(of state: [Int]) -> [Bool]? {
    var isMatched = Array(repeating: false, count: starts.count)
    for position in state where steps[position] == nil { isMatched[owners[position]] = true }
    return isMatched[0] ? Array(isMatched.dropFirst()) : nil
  }

  /// Returns the scalars that lead from `state` to different states.
  private func alphabet(of state: [Int]) -> [UInt32] {
    var scalars: Set<UInt32> = []
    for position in state {
      if case .scalar(let scalar) = steps[position] { scalars.insert(scalar) }
    }
    return [stranger] + scalars.sorted()
  }

  private func advance(_ state: [Int], by scalar: UInt32) -> [Int] {
    var reached: [Int] = []
    for position in state {
      switch steps[position] {
      case .scalar(scalar), .one: reached.append(position + 1)
      case .any: reached.append(position)
      case .scalar, nil: break
      }
    }
    return closure(of: reached)
  }

  /// Returns `positions`, ascending, with those that a star reaches by taking nothing, and in each
  /// pattern without those before its last star, which accept nothing that the star does not.
  private func closure(of positions: [Int]) -> [Int] {
    // Positions come in ascending order, and one that is not greater than the last is there.
    var all: [Int] = []
    for position in positions where position > all.last ?? -1 {
      all.append(position)
      if steps[position] == .any { all.append(position + 1) }
    }
    var kept: [Int] = []
    var starred = -1
    for position in all.reversed() where owners[position] != starred {
      kept.append(position)
      if steps[position] == .any { starred = owners[position] }
    }
    kept.reverse()
    return kept
  }

  private func witness(of state: Int, from origins: [(state: Int, scalar: UInt32)]) -> String {
    var scalars: [UInt32] = []
    var state = state
    while origins[state].state >= 0 {
      scalars.append(origins[state].scalar)
      state = origins[state].state
    }
    return String(scalars: scalars.reversed())
  }
}

extension Glob.Token {
  /// Whether the step is one of the letters that have two cases.
  fileprivate var isLetter: Bool {
    guard case .scalar(let scalar) = self else { return false }
    return (0x41...0x5A).contains(scalar) || (0x61...0x7A).contains(scalar)
  }
}
