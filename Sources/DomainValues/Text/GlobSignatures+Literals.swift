extension GlobSignatures {
  /// Returns every combination of matches of `globs` among all texts when each of them is one text
  /// that is not empty, or else `nil`: each text is then a combination, and so is any other.
  ///
  /// The answer is the one that exploring gives, in the same order, without an automaton.
  package static func ofLiterals(_ globs: [Glob]) -> [Signature]? {
    var literals: [(scalars: [UInt32], glob: Int)] = []
    literals.reserveCapacity(globs.count)
    for (index, glob) in globs.enumerated() {
      var scalars: [UInt32] = []
      scalars.reserveCapacity(glob.tokens.count)
      for token in glob.tokens {
        guard case .scalar(let scalar) = token else { return nil }
        scalars.append(scalar)
      }
      if scalars.isEmpty { return nil }
      literals.append((scalars, index))
    }
    literals.sort { left, right in
      if left.scalars.count != right.scalars.count {
        return left.scalars.count < right.scalars.count
      }
      if left.scalars == right.scalars { return left.glob < right.glob }
      return left.scalars.lexicographicallyPrecedes(right.scalars)
    }
    let none = Array(repeating: false, count: globs.count)
    var signatures = [Signature(isMatched: none, witness: "")]
    var next = 0
    while next < literals.count {
      let scalars = literals[next].scalars
      var isMatched = none
      while next < literals.count, literals[next].scalars == scalars {
        isMatched[literals[next].glob] = true
        next += 1
      }
      signatures.append(Signature(isMatched: isMatched, witness: String(scalars: scalars)))
    }
    return signatures
  }
}
