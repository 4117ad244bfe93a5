/// A set of numbers, kept as closed intervals that are sorted, disjoint and not adjacent.
///
/// Each set of numbers has exactly one such form, so equal sets compare equal.
package struct IntervalSet<Number: FixedWidthInteger & UnsignedInteger & Sendable>:
  Hashable, Sendable
{
  /// The intervals, ascending.
  package private(set) var intervals: [ClosedRange<Number>]

  /// Creates the union of `intervals`, which may overlap and come in any order.
  ///
  /// - Complexity: O(*n* log *n*) in the number of intervals.
  package init(_ intervals: some Sequence<ClosedRange<Number>>) {
    self.intervals = []
    for next in intervals.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      guard let last = self.intervals.last,
        last.upperBound == .max || next.lowerBound <= last.upperBound + 1
      else {
        self.intervals.append(next)
        continue
      }
      let upper = Swift.max(last.upperBound, next.upperBound)
      self.intervals[self.intervals.count - 1] = last.lowerBound...upper
    }
  }

  /// Creates the set of `intervals`.
  ///
  /// - Precondition: they ascend, and none meets or is next to another.
  package init(sorted intervals: [ClosedRange<Number>]) {
    self.intervals = intervals
  }

  /// Creates the empty set.
  package init() {
    intervals = []
  }

  /// Whether there is no number in the set.
  package var isEmpty: Bool { intervals.isEmpty }

  /// Whether every number is in the set.
  package var isEverything: Bool { intervals == [Number.min...Number.max] }

  /// Returns the numbers that are in either set.
  package func union(_ other: IntervalSet) -> IntervalSet {
    IntervalSet(intervals + other.intervals)
  }

  /// Returns the numbers that are in both sets.
  ///
  /// - Complexity: O(*n* + *m*) in the numbers of intervals.
  package func intersection(_ other: IntervalSet) -> IntervalSet {
    var result = IntervalSet()
    var (left, right) = (0, 0)
    while left < intervals.count, right < other.intervals.count {
      let (mine, theirs) = (intervals[left], other.intervals[right])
      if mine.overlaps(theirs) { result.intervals.append(mine.clamped(to: theirs)) }
      if mine.upperBound < theirs.upperBound { left += 1 } else { right += 1 }
    }
    return result
  }

  /// The numbers that are not in the set.
  package var complement: IntervalSet {
    var result = IntervalSet()
    var start = Number.min
    for interval in intervals {
      if interval.lowerBound > start {
        result.intervals.append(start...(interval.lowerBound - 1))
      }
      guard interval.upperBound < .max else { return result }
      start = interval.upperBound + 1
    }
    result.intervals.append(start...Number.max)
    return result
  }

  /// Returns the numbers that are in this set and not in `other`.
  package func subtracting(_ other: IntervalSet) -> IntervalSet {
    intersection(other.complement)
  }

  /// Returns `true` iff `number` is in the set.
  ///
  /// - Complexity: O(log *n*) in the number of intervals.
  package func contains(_ number: Number) -> Bool {
    var (low, high) = (0, intervals.count)
    while low < high {
      let middle = (low + high) / 2
      if intervals[middle].upperBound < number { low = middle + 1 } else { high = middle }
    }
    return low < intervals.count && intervals[low].lowerBound <= number
  }

  /// Returns `true` iff every number of `other` is in this set.
  package func isSuperset(of other: IntervalSet) -> Bool {
    intersection(other) == other
  }
}

extension IntervalSet<UInt32> {
  /// Creates the union of `intervals`.
  ///
  /// Other modules have no copy of the one above that is made for arrays of these numbers.
  package init(joining intervals: [ClosedRange<UInt32>]) {
    self.init(intervals)
  }

  /// The first and the last number of each interval, one after another.
  package var ends: [UInt32] { intervals.flatMap { [$0.lowerBound, $0.upperBound] } }
}
