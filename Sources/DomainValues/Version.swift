/// A version made of numbers, like `1.2.3`, ordered number by number.
package struct Version: Sendable {
  /// The numbers, most significant first; missing ones count as 0.
  package let numbers: [Int64]

  /// Returns the version that `text` writes: one to eight numbers with dots between them.
  package static func parse(_ text: String) throws(ValueError) -> Version {
    var numbers: [Int64] = []
    for part in text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
      guard let number = ASCII.decimal(part), numbers.count < 8 else {
        throw .malformed(.version, text: text)
      }
      numbers.append(number)
    }
    return Version(numbers: numbers)
  }

  private init(numbers: [Int64]) {
    self.numbers = numbers
  }

  /// The numbers without the zeros at the end, which do not tell versions apart.
  private var significant: ArraySlice<Int64> {
    numbers[..<((numbers.lastIndex { $0 != 0 } ?? -1) + 1)]
  }
}

extension Version: Hashable, Comparable {
  package static func == (left: Version, right: Version) -> Bool {
    left.significant == right.significant
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(significant)
  }

  package static func < (left: Version, right: Version) -> Bool {
    left.significant.lexicographicallyPrecedes(right.significant)
  }
}

extension Version: CustomStringConvertible {
  package var description: String { numbers.map(String.init).joined(separator: ".") }
}
