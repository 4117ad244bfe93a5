/// Writes JSON piece by piece, indented by two spaces, so that no report is ever held twice.
struct JSONWriter {
  private enum Container {
    case array
    case object
  }

  /// Where the pieces go.
  private let output: ([UInt8]) -> Void
  private var buffer: [UInt8] = []
  /// The containers that are open, and whether something is in them.
  private var open: [(container: Container, isEmpty: Bool)] = []

  private static let pieceSize = 65536

  /// Creates a writer to `output`.
  init(to output: @escaping ([UInt8]) -> Void) {
    self.output = output
  }

  /// Begins an object, as the value of `key` inside an object.
  mutating func beginObject(_ key: String? = nil) {
    begin(key)
    append("{")
    open.append((.object, true))
  }

  /// Begins an array, as the value of `key` inside an object.
  mutating func beginArray(_ key: String? = nil) {
    begin(key)
    append("[")
    open.append((.array, true))
  }

  /// Ends the innermost object or array; after the outermost the output is complete.
  mutating func end() {
    guard let ended = open.popLast() else { return }
    if !ended.isEmpty { lineBreak() }
    append(ended.container == .object ? "}" : "]")
    if open.isEmpty {
      append("\n")
      output(buffer)
      buffer = []
    }
  }

  /// Writes `value`, as the value of `key` inside an object.
  mutating func write(_ value: JSONValue, _ key: String? = nil) {
    switch value {
    case .array(let elements):
      beginArray(key)
      for element in elements { write(element) }
      end()
    case .object(let members):
      beginObject(key)
      for member in members { write(member.value, member.key) }
      end()
    case .null: scalar("null", key)
    case .boolean(let isTrue): scalar(isTrue ? "true" : "false", key)
    case .integer(let number): scalar(String(number), key)
    case .string(let text):
      begin(key)
      append(quoting: text)
    }
  }

  private mutating func scalar(_ text: String, _ key: String?) {
    begin(key)
    append(text)
  }

  private mutating func begin(_ key: String?) {
    if let last = open.indices.last {
      if !open[last].isEmpty { append(",") }
      open[last].isEmpty = false
      lineBreak()
    }
    if let key {
      append(quoting: key)
      append(": ")
    }
    if buffer.count >= JSONWriter.pieceSize {
      output(buffer)
      buffer.removeAll(keepingCapacity: true)
    }
  }

  private mutating func lineBreak() {
    buffer.append(0x0A)
    buffer.append(contentsOf: repeatElement(0x20, count: open.count * 2))
  }

  private mutating func append(_ text: String) { buffer.append(contentsOf: text.utf8) }

  private mutating func append(quoting text: String) {
    buffer.append(0x22)
    for byte in text.utf8 {
      switch byte {
      case 0x22: append("\\\"")
      case 0x5C: append("\\\\")
      case 0x0A: append("\\n")
      case 0x0D: append("\\r")
      case 0x09: append("\\t")
      case 0..<0x20, 0x7F:
        let digits = String(byte, radix: 16)
        append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
      default: buffer.append(byte)
      }
    }
    buffer.append(0x22)
  }
}
