/// A set of TCP or UDP ports.
package struct PortSet: Hashable, Sendable {
  /// The ports as intervals.
  package let ports: IntervalSet<UInt16>

  /// No port.
  package static let none = PortSet(IntervalSet())

  /// Every port.
  package static let all = PortSet(IntervalSet([0...UInt16.max]))

  /// Creates the set of `ports`.
  package init(_ ports: IntervalSet<UInt16>) {
    self.ports = ports
  }

  /// Creates the set of the ports that are in any of `sets`.
  package init(union sets: [PortSet]) {
    self.init(IntervalSet(sets.flatMap(\.ports.intervals)))
  }

  /// Creates the set of the ports from `lower` to `upper`, or returns `nil` if they are not in
  /// order or not in 0...65535.
  package init?(from lower: Int64, through upper: Int64) {
    guard let lower = UInt16(exactly: lower), let upper = UInt16(exactly: upper), lower <= upper
    else { return nil }
    self.init(IntervalSet([lower...upper]))
  }

  /// Returns the set that `text` writes, like `22, 80..443`; `{}` is the empty one.
  package static func parse(_ text: String) throws(ValueError) -> PortSet {
    if text == "{}" { return .none }
    var scanner = ByteScanner(text)
    var intervals: [ClosedRange<UInt16>] = []
    repeat {
      let lower = try parsePort(&scanner, of: text)
      let upper = scanner.skip("..") ? try parsePort(&scanner, of: text) : lower
      guard lower <= upper else { throw .malformed(.portSet, text: text) }
      intervals.append(lower...upper)
    } while scanner.skip(UInt8(ascii: ","))
    guard scanner.isAtEnd else { throw .malformed(.portSet, text: text) }
    return PortSet(IntervalSet(intervals))
  }

  /// Reads a number with any spaces around it.
  private static func parsePort(
    _ scanner: inout ByteScanner, of text: String
  ) throws(ValueError) -> UInt16 {
    _ = scanner.take(while: ASCII.isSpace)
    let digits = scanner.take(while: ASCII.isDigit)
    guard !digits.isEmpty else { throw .malformed(.portSet, text: text) }
    guard let number = ASCII.decimal(digits), let port = UInt16(exactly: number) else {
      throw .outOfRange(.portSet, text: text)
    }
    _ = scanner.take(while: ASCII.isSpace)
    return port
  }

  /// The ports for messages: `no port`, `every port`, or ranges.
  package var summary: String { isEmpty ? "no port" : self == .all ? "every port" : description }

  /// Whether there is no port in the set.
  package var isEmpty: Bool { ports.isEmpty }

  /// The number of ports.
  package var count: Int {
    ports.intervals.reduce(0) { $0 + Int($1.upperBound) - Int($1.lowerBound) + 1 }
  }

  /// Returns `true` iff `port` is in the set; a number that is no port is not.
  package func contains(_ port: Int64) -> Bool {
    UInt16(exactly: port).map(ports.contains) ?? false
  }

  /// Returns `true` iff every port of `other` is in this set.
  package func isSuperset(of other: PortSet) -> Bool { ports.isSuperset(of: other.ports) }

  /// Returns the ports that are in either set.
  package func union(_ other: PortSet) -> PortSet { PortSet(ports.union(other.ports)) }

  /// Returns the ports that are in both sets.
  package func intersection(_ other: PortSet) -> PortSet {
    PortSet(ports.intersection(other.ports))
  }

  /// Returns the ports that are in this set and not in `other`.
  package func subtracting(_ other: PortSet) -> PortSet { PortSet(ports.subtracting(other.ports)) }
}

extension PortSet: CustomStringConvertible {
  package var description: String {
    guard !isEmpty else { return "{}" }
    return ports.intervals.map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)..\($0.upperBound)"
    }.joined(separator: ", ")
  }
}
