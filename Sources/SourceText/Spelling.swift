/// How far apart two spellings are, for suggestions.
package enum Spelling {
  /// Returns the member of `candidates` that is nearest to `name`, if it is near enough to be
  /// what was meant: at most two edits, and fewer than half of the letters.
  ///
  /// Of equally near candidates the first is returned, so give them in a stable order. Names that no
  /// one would spell by hand, because they are too long, are near to nothing.
  package static func nearest(to name: String, in candidates: some Sequence<String>) -> String? {
    let length = name.utf8.count
    guard length <= longestName else { return nil }
    var limit = Swift.min(2, Swift.max(1, length / 3))
    var distance = EditDistance(from: name)
    var best: String?
    for candidate in candidates where candidate != name {
      guard let found = distance.edits(to: candidate, atMost: limit) else { continue }
      best = candidate
      // Only one that is nearer is better.
      limit = found - 1
      if limit == 0 { break }
    }
    return best
  }

  /// The most bytes of a name for which others are looked through.
  private static let longestName = 256

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
}
