internal import SourceText

extension RawValue: Hashable {
  package static func == (left: RawValue, right: RawValue) -> Bool {
    switch (left, right) {
    case (.null, .null), (.list, .list), (.object, .object): true
    case (.boolean(let first), .boolean(let second)): first == second
    case (.number(let first), .number(let second)), (.string(let first), .string(let second)):
      first.isSpelled(like: second)
    case (.unknown(let first, let isFirst), .unknown(let second, let isSecond)):
      first == second && isFirst == isSecond
    case (.null, _), (.boolean, _), (.number, _), (.string, _), (.list, _), (.object, _),
      (.unknown, _):
      false
    }
  }

  package func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .boolean(let value): hasher.combine(value)
    case .number(let text), .string(let text): hasher.combine(text)
    case .list: hasher.combine(1)
    case .object: hasher.combine(2)
    case .unknown(let cause, _): hasher.combine(cause)
    }
  }
}
