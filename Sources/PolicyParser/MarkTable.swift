/// The marks, found by their bytes without making a string of them.
struct MarkTable: Sendable {
  /// A mark of this language or of another.
  enum Mark: Sendable {
    case own(Punctuation)
    case foreign(ForeignPunctuation)
  }

  /// The marks of one byte, by that byte.
  private let single: [Mark?]

  /// The marks of two bytes.
  private let double: [(first: UInt8, second: UInt8, mark: Mark)]

  /// Whether a mark of two bytes starts with a byte.
  private let startsDouble: [Bool]

  /// The table of the language.
  static let standard = MarkTable()

  private init() {
    var single = [Mark?](repeating: nil, count: 256)
    var double: [(first: UInt8, second: UInt8, mark: Mark)] = []
    var startsDouble = [Bool](repeating: false, count: 256)
    let marks =
      Punctuation.allCases.map { ($0.rawValue, Mark.own($0)) }
      + ForeignPunctuation.allCases.map { ($0.rawValue, Mark.foreign($0)) }
    for (text, mark) in marks {
      let bytes = Array(text.utf8)
      switch bytes.count {
      case 1: single[Int(bytes[0])] = mark
      case 2:
        double.append((bytes[0], bytes[1], mark))
        startsDouble[Int(bytes[0])] = true
      default: preconditionFailure("a mark has one or two bytes")
      }
    }
    self.single = single
    self.double = double
    self.startsDouble = startsDouble
  }

  /// Returns the longest mark that starts with `first` and then, if anything follows, `second`, and
  /// its number of bytes.
  func mark(_ first: UInt8, _ second: UInt8?) -> (mark: Mark, length: Int)? {
    if startsDouble[Int(first)], let second {
      for each in double where each.first == first && each.second == second {
        return (each.mark, 2)
      }
    }
    return single[Int(first)].map { ($0, 1) }
  }
}
