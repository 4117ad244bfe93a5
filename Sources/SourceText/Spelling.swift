/// How far apart two spellings are, for suggestions.
package enum Spelling {
  /// Returns the member of `candidates` that is nearest to `name`, if it is near enough to be
  /// what was meant: at most two edits, and fewer than half of the letters.
  ///
  /// Of equally near candidates the first is returned, so give them in a stable order.
  package static func nearest(to name: String, in candidates: some Sequence<String>) -> String? {
    let letters = Array(name.utf8)
    let most = Swift.min(2, Swift.max(1, letters.count / 3))
    var best: (name: String, distance: Int)?
    for candidate in candidates where candidate != name {
      let distance = editDistance(letters, Array(candidate.utf8), atMost: most)
      guard let distance, distance < best?.distance ?? Int.max else { continue }
      best = (candidate, distance)
    }
    return best?.name
  }

  /// Returns the member of `candidates` that is nearest to `name`, else the one that shares the most
  /// words with it, and at least half of them: `root-mfa` is near to `iam-root-mfa`.
  ///
  /// Words are what stands between hyphens, underscores, points and slashes. Use it for names that
  /// people remember in part; of equally near candidates the first is returned.
  package static func nearestByWords(
    to name: String, in candidates: some Sequence<String>
  ) -> String? {
    let candidates = Array(candidates)
    if let near = nearest(to: name, in: candidates) { return near }
    let wanted = words(of: name)
    var best: (name: String, shared: Int, length: Int)?
    for candidate in candidates where candidate != name {
      let own = words(of: candidate)
      let shared = wanted.intersection(own).count
      guard shared * 2 >= wanted.count, shared > 0 else { continue }
      let isBetter = best.map { (shared, -own.count) > ($0.shared, -$0.length) } ?? true
      if isBetter { best = (candidate, shared, own.count) }
    }
    return best?.name
  }

  private static func words(of name: String) -> Set<String> {
    Set(name.split { "-_./".contains($0) }.map(String.init))
  }

  /// Returns the number of insertions, deletions, substitutions and swaps of neighbours that turn
  /// `left` into `right`, or `nil` when it exceeds `limit`.
  private static func editDistance(_ left: [UInt8], _ right: [UInt8], atMost limit: Int) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    var before: [Int] = []
    var previous = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var cost = previous[column] + (letter == other ? 0 : 1)
        cost = Swift.min(cost, previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          cost = Swift.min(cost, before[column - 1] + 1)
        }
        current.append(cost)
      }
      before = previous
      previous = current
    }
    return previous[right.count] <= limit ? previous[right.count] : nil
  }
}
