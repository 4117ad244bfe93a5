/// Numbers with points between them that a regular expression looks for, as addresses and versions
/// have them.
struct DottedNumbers {
  private var rest: Substring.UTF8View
  private var longest = 0
  /// The numbers up to here that points stand between, and whether a point was the last of them.
  private var count = 0
  private var isPoint = false

  /// Returns how many numbers stand in the longest such row in `pattern`.
  static func longest(in pattern: String) -> Int {
    var reader = DottedNumbers(rest: pattern[...].utf8)
    while !reader.rest.isEmpty { reader.step() }
    return reader.longest
  }

  private init(rest: Substring.UTF8View) { self.rest = rest }

  /// Reads a number, a point, or something else.
  private mutating func step() {
    if skipDigits() {
      count = isPoint ? count + 1 : 1
      isPoint = false
    } else if skip("\\.") || skip("[.]") {
      isPoint = count > 0
    } else if isPoint, skip("){3}") || skip("){3,3}") {
      // What is written once, with its point, is there three times.
      count += 2
    } else if !(skip("(?:") || skip("(") || skip(")")) {
      rest.removeFirst()
      (count, isPoint) = (0, false)
    }
    longest = max(longest, count)
  }

  /// Skips what stands for the digits of one number; returns whether there is something.
  private mutating func skipDigits() -> Bool {
    var isFound = false
    while skip("\\d") || skip("[0-9]") || rest.first.map(isDigit) == true && skipOne() {
      isFound = true
      if let next = rest.first, "+*?".utf8.contains(next) { rest.removeFirst() }
      if rest.first == UInt8(ascii: "{") {
        rest = rest.drop { $0 != UInt8(ascii: "}") }.dropFirst()
      }
    }
    return isFound
  }

  private func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

  private mutating func skipOne() -> Bool {
    rest.removeFirst()
    return true
  }

  private mutating func skip(_ text: StaticString) -> Bool {
    let bytes = Array(text.description.utf8)
    guard rest.starts(with: bytes) else { return false }
    rest = rest.dropFirst(bytes.count)
    return true
  }
}
