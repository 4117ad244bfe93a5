internal import SourceText

/// A Terraform address or reference in parts, such as `module.logs["x"].bucket`.
struct ReferencePath: Hashable, Sendable {
  /// One part.
  enum Step: Hashable, Sendable {
    case name(String)
    case key(InstanceKey)
    /// `[*]`, or an index that is not a literal.
    case everyKey
  }

  /// The parts, in order.
  var steps: ArraySlice<Step>

  /// Parses `text`; parts that are not understood become names, so that nothing is lost.
  init(_ text: String) {
    let bytes = Array(text.utf8)
    var steps: [Step] = []
    var position = 0
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: ".") {
        position += 1
      } else if bytes[position] == UInt8(ascii: "[") {
        steps.append(ReferencePath.key(in: bytes, at: &position))
      } else {
        let end = bytes[position...].firstIndex { [0x2E, 0x5B].contains($0) } ?? bytes.count
        steps.append(.name(String(decoding: bytes[position..<end], as: UTF8.self)))
        position = end
      }
    }
    self.steps = steps[...]
  }

  /// Returns the key whose `[` is at `position`, and moves past its `]`.
  private static func key(in bytes: [UInt8], at position: inout Int) -> Step {
    position += 1
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
      let end = bytes[position...].firstIndex(of: UInt8(ascii: "]")) ?? bytes.count
      let text = bytes[position..<end]
      position = Swift.min(end + 1, bytes.count)
      let isNumber = !text.isEmpty && text.allSatisfy { (0x30...0x39).contains($0) }
      return isNumber ? .key(.number(String(decoding: text, as: UTF8.self))) : .everyKey
    }
    position += 1
    var content: [UInt8] = []
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      if bytes[position] == UInt8(ascii: "\\"), position + 1 < bytes.count {
        position += 1
        switch bytes[position] {
        case UInt8(ascii: "n"): content.append(0x0A)
        case UInt8(ascii: "r"): content.append(0x0D)
        case UInt8(ascii: "t"): content.append(0x09)
        default: content.append(bytes[position])
        }
      } else {
        content.append(bytes[position])
      }
      position += 1
    }
    // Past the quote and the bracket.
    position = Swift.min(position + 2, bytes.count)
    return .key(.string(ExactText(String(decoding: content, as: UTF8.self))))
  }

  /// Removes the first step and returns its text, or returns `nil` when it is not a name.
  mutating func popName() -> String? {
    guard case .name(let name)? = steps.first else { return nil }
    steps.removeFirst()
    return name
  }

  /// Removes the first step when it is a key: the outer `nil` means that there was none, the
  /// inner that it stands for every key.
  mutating func popKey() -> InstanceKey?? {
    switch steps.first {
    case .key(let key)?:
      steps.removeFirst()
      return .some(key)
    case .everyKey?:
      steps.removeFirst()
      return .some(nil)
    case .name?, nil:
      return nil
    }
  }

  /// Returns the path that leads on from here by the steps of `other`.
  func appending(_ other: ReferencePath) -> ReferencePath {
    var result = self
    result.steps += other.steps
    return result
  }

  /// The steps as text, such as `rule[0].arn`.
  var text: String {
    var text = ""
    for step in steps {
      switch step {
      case .name(let name): text += text.isEmpty ? name : "." + name
      case .key(.number(let number)): text += "[\(number)]"
      case .key(.string(let key)): text += "[\"\(key)\"]"
      case .everyKey: text += "[*]"
      }
    }
    return text
  }
}
