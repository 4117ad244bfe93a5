/// The marks, found by their bytes without making a string of them.
struct MarkTable: Sendable {
  /// A mark of this language or of another.
  enum Mark: Sendable {
    case own(Punctuation)
    case foreign(ForeignPunctuation)
  }

  /// A mark of two bytes.
  private struct Pair: Sendable {
    let first: UInt8
    let second: UInt8
    let mark: Mark
  }

  /// The marks of one byte, by that byte.
  private let single: [Mark?]

  /// The marks of two bytes, those with the same first byte behind each other.
  private let pairs: [Pair]

  /// For each byte the 0-based index of the first pair that starts with it, and past the last one.
  private let lower: [UInt8]

  /// The table of the language.
  static let standard = MarkTable()

  private init() {
    var single = [Mark?](repeating: nil, count: 256)
    var pairs: [Pair] = []
    let marks =
      Punctuation.allCases.map { ($0.rawValue, Mark.own($0)) }
      + ForeignPunctuation.allCases.map { ($0.rawValue, Mark.foreign($0)) }
    for (text, mark) in marks {
      let bytes = Array(text.utf8)
      switch bytes.count {
      case 1: single[Int(bytes[0])] = mark
      case 2: pairs.append(Pair(first: bytes[0], second: bytes[1], mark: mark))
      default: preconditionFailure("a mark has one or two bytes")
      }
    }
    pairs.sort { $0.first < $1.first }
    self.single = single
    self.pairs = pairs
    lower = (0...256).map { byte in UInt8(pairs.count { Int($0.first) < byte }) }
  }

  /// Returns the longest mark that starts with `first` and then, if anything follows, `second`, and
  /// its number of bytes.
  func mark(_ first: UInt8, _ second: UInt8?) -> (mark: Mark, length: Int)? {
    let (start, end) = (Int(lower[Int(first)]), Int(lower[Int(first) + 1]))
    if start < end, let second {
      for pair in pairs[start..<end] where pair.second == second { return (pair.mark, 2) }
    }
    return single[Int(first)].map { ($0, 1) }
  }
}
