/// A search for a glob in a long text, whose time hardly depends on how long the pattern is.
///
/// Stars cut a pattern into runs. The first and the last one have their places; of each other one the
/// first place behind the one before is taken, because it leaves most of the text to the next.
package struct GlobSearch {
  private let text: [UInt32]
  private let runs: [ArraySlice<Glob.Token>]

  /// The length of a run up to which all places are tried.
  private let longestTried: Int

  /// Creates the search for `glob` in `text`.
  package init(_ glob: Glob, in text: String, longestTried: Int = 64) {
    self.text = text.unicodeScalars.map {
      glob.isCaseInsensitive ? Glob.folded($0.value) : $0.value
    }
    runs = glob.tokens.split(separator: .any, omittingEmptySubsequences: false)
    self.longestTried = longestTried
  }

  /// Whether all of the text matches.
  ///
  /// - Complexity: O(*n* + *m*) in the lengths of the text and of the pattern; but for runs that are
  ///   long and have a question mark, O(*n* · *m* / 64).
  package var isMatch: Bool {
    guard let first = runs.first, let last = runs.last, runs.count > 1 else {
      return runs.allSatisfy { $0.count == text.count && fits($0, at: 0) }
    }
    guard first.count + last.count <= text.count, fits(first, at: 0),
      fits(last, at: text.count - last.count)
    else { return false }
    var rest = first.count..<text.count - last.count
    for run in runs.dropFirst().dropLast() {
      guard let place = firstPlace(of: run, in: rest) else { return false }
      rest = place + run.count..<rest.upperBound
    }
    return true
  }

  private func fits(_ run: ArraySlice<Glob.Token>, at place: Int) -> Bool {
    for (index, token) in run.enumerated() {
      if case .scalar(let scalar) = token, scalar != text[place + index] { return false }
    }
    return true
  }

  /// Returns where the run first begins such that it is in `range`.
  private func firstPlace(of run: ArraySlice<Glob.Token>, in range: Range<Int>) -> Int? {
    guard run.count <= range.count else { return nil }
    if run.count <= longestTried {
      return (range.lowerBound...range.upperBound - run.count).first { fits(run, at: $0) }
    }
    var scalars: [UInt32] = []
    for case .scalar(let scalar) in run { scalars.append(scalar) }
    return scalars.count == run.count
      ? firstPlace(ofScalars: scalars, in: range) : firstPlace(sieving: run, in: range)
  }

  /// Returns where the scalars first begin in `range`, by Knuth, Morris and Pratt.
  private func firstPlace(ofScalars scalars: [UInt32], in range: Range<Int>) -> Int? {
    // How many scalars of the beginning are the end of what precedes each, at most.
    var borders = Array(repeating: 0, count: scalars.count + 1)
    var matched = 0
    for index in scalars.indices.dropFirst() {
      while matched > 0, scalars[index] != scalars[matched] { matched = borders[matched] }
      if scalars[index] == scalars[matched] { matched += 1 }
      borders[index + 1] = matched
    }
    matched = 0
    for index in range {
      while matched > 0, text[index] != scalars[matched] { matched = borders[matched] }
      if text[index] == scalars[matched] { matched += 1 }
      if matched == scalars.count { return index + 1 - matched }
    }
    return nil
  }

  /// Returns where the run first begins in `range`, by taking off the places at which one of its
  /// scalars is not where it should be, 64 at a time.
  private func firstPlace(sieving run: ArraySlice<Glob.Token>, in range: Range<Int>) -> Int? {
    var offsets: [UInt32: [Int]] = [:]
    for (offset, token) in run.enumerated() {
      if case .scalar(let scalar) = token { offsets[scalar, default: []].append(offset) }
    }
    var places: [UInt32: [Int]] = [:]
    for index in range where offsets[text[index]] != nil {
      places[text[index], default: []].append(index - range.lowerBound)
    }
    var candidates = BitRow(repeating: true, count: range.count)
    for (scalar, offsets) in offsets {
      var row = BitRow(repeating: false, count: range.count)
      for place in places[scalar] ?? [] { row.insert(place) }
      for offset in offsets { candidates.formIntersection(row, movedDownBy: offset) }
    }
    guard let first = candidates.first, first <= range.count - run.count else { return nil }
    return range.lowerBound + first
  }
}
