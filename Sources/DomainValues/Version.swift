/// A version: numbers like `1.2.3`, and perhaps what comes before a release, like `1.2.3-rc.1`.
///
/// The order is that of Semantic Versioning 2.0.0, for any count of numbers: number by number, and
/// what comes before a release is before it. What is after a `+` does not tell versions apart.
package struct Version: Sendable {
  /// One part of what comes before a release.
  package enum Identifier: Hashable, Sendable {
    /// A number, which is before any word.
    case number(Int64)
    /// Letters, digits and hyphens, ordered by their bytes.
    case word(String)
  }

  /// The numbers, most significant first; missing ones count as 0.
  package let numbers: [Int64]

  /// What comes before a release; empty for a release.
  package let prerelease: [Identifier]

  /// What is after the `+`; often empty.
  package let build: String

  /// Returns the version that `text` writes: one to eight numbers with dots between them, then
  /// perhaps `-` and identifiers with dots between them, then perhaps `+` and more.
  package static func parse(_ text: String) throws(ValueError) -> Version {
    let halves = text.utf8.split(
      separator: UInt8(ascii: "+"), maxSplits: 1, omittingEmptySubsequences: false)
    let build = halves.count == 2 ? String(decoding: halves[1], as: UTF8.self) : ""
    if halves.count == 2, !isList(halves[1]) { throw .malformed(.version, text: text) }
    let parts = halves[0].split(
      separator: UInt8(ascii: "-"), maxSplits: 1, omittingEmptySubsequences: false)
    var numbers: [Int64] = []
    for part in parts[0].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
      guard let number = ASCII.decimal(part), numbers.count < 8 else {
        throw .malformed(.version, text: text)
      }
      numbers.append(number)
    }
    guard parts.count == 2 else { return Version(numbers: numbers, prerelease: [], build: build) }
    guard isList(parts[1]) else { throw .malformed(.version, text: text) }
    let identifiers = parts[1].split(separator: UInt8(ascii: ".")).map { part -> Identifier in
      if let number = ASCII.decimal(part) { return .number(number) }
      return .word(String(decoding: part, as: UTF8.self))
    }
    return Version(numbers: numbers, prerelease: identifiers, build: build)
  }

  private init(numbers: [Int64], prerelease: [Identifier], build: String) {
    self.numbers = numbers
    self.prerelease = prerelease
    self.build = build
  }

  /// Whether the bytes are identifiers with dots between them.
  private static func isList(_ bytes: Substring.UTF8View) -> Bool {
    bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy {
      !$0.isEmpty
        && $0.allSatisfy {
          ASCII.isLetter($0) || ASCII.isDigit($0) || $0 == UInt8(ascii: "-")
        }
    }
  }

  /// The numbers without the zeros at the end, which do not tell versions apart.
  private var significant: ArraySlice<Int64> {
    numbers[..<((numbers.lastIndex { $0 != 0 } ?? -1) + 1)]
  }
}

extension Version: Hashable, Comparable {
  package static func == (left: Version, right: Version) -> Bool {
    left.significant == right.significant && left.prerelease == right.prerelease
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(significant)
    hasher.combine(prerelease)
  }

  package static func < (left: Version, right: Version) -> Bool {
    if left.significant != right.significant {
      return left.significant.lexicographicallyPrecedes(right.significant)
    }
    if left.prerelease.isEmpty || right.prerelease.isEmpty {
      return !left.prerelease.isEmpty && right.prerelease.isEmpty
    }
    return left.prerelease.lexicographicallyPrecedes(right.prerelease)
  }
}

extension Version.Identifier: Comparable {
  package static func < (left: Version.Identifier, right: Version.Identifier) -> Bool {
    switch (left, right) {
    case (.number(let first), .number(let second)): first < second
    case (.number, .word): true
    case (.word, .number): false
    case (.word(let first), .word(let second)):
      first.utf8.lexicographicallyPrecedes(second.utf8)
    }
  }
}

extension Version: CustomStringConvertible {
  package var description: String {
    var text = numbers.map(String.init).joined(separator: ".")
    let identifiers = prerelease.map {
      switch $0 {
      case .number(let number): String(number)
      case .word(let word): word
      }
    }
    if !identifiers.isEmpty { text += "-" + identifiers.joined(separator: ".") }
    return build.isEmpty ? text : text + "+" + build
  }
}
