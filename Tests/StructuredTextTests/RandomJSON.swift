/// Texts that are JSON, and texts that almost are.
enum RandomJSON {
  /// Returns a text that is JSON.
  static func text(using random: inout SplitMix) -> String {
    var text = ""
    appendValue(to: &text, depth: 0, using: &random)
    return text
  }

  /// Returns the bytes of such a text with one to three changes, after which it may be JSON or not.
  static func mutatedBytes(using random: inout SplitMix) -> [UInt8] {
    var bytes = Array(text(using: &random).utf8)
    for _ in 0..<Int.random(in: 1...3, using: &random) { mutate(&bytes, using: &random) }
    return bytes
  }

  /// Returns whether a number may be beyond what a `Double` holds.
  static func hasHugeNumber(_ bytes: [UInt8]) -> Bool {
    let words = bytes.split { !"0123456789+-.eE".utf8.contains($0) }
    return words.contains { word in
      let value = Double(String(decoding: word, as: UTF8.self))
      return word.count > 30 || value.map { !$0.isFinite || $0 == 0 || abs($0) < 1e-300 } == true
    }
  }

  private static func mutate(_ bytes: inout [UInt8], using random: inout SplitMix) {
    let interesting =
      Array("{}[]\",:\\/0123456789.eE+-untrflsbu \n\t\0'#".utf8) + [0x80, 0xC3, 0xFF]
    let byte = interesting.randomElement(using: &random) ?? 0
    let index = Int.random(in: 0...bytes.count, using: &random)
    switch Int.random(in: 0..<4, using: &random) {
    case 0 where index < bytes.count: bytes[index] = byte
    case 1 where index < bytes.count: bytes.remove(at: index)
    case 2: bytes.removeSubrange(index...)
    default: bytes.insert(byte, at: index)
    }
  }

  private static func appendValue(to text: inout String, depth: Int, using random: inout SplitMix) {
    let space = ["", "", " ", "\n\t"].randomElement(using: &random) ?? ""
    switch Int.random(in: 0..<(depth < 5 ? 9 : 6), using: &random) {
    case 0: text += "null"
    case 1: text += "true"
    case 2: text += "false"
    case 3: text += String(Int.random(in: -100_000...100_000, using: &random))
    case 4: text += ["0.5", "-1e3", "2.50E-2", "-0", "1e+06"].randomElement(using: &random) ?? "0"
    case 5: appendString(to: &text, using: &random)
    case 6, 7:
      let count = Int.random(in: 0..<5, using: &random)
      text += "[" + space
      for index in 0..<count {
        if index > 0 { text += space + "," }
        appendValue(to: &text, depth: depth + 1, using: &random)
      }
      text += "]"
    default:
      text += "{" + space
      for index in 0..<Int.random(in: 0..<20, using: &random) {
        if index > 0 { text += "," + space }
        text += "\"k\(index)\"" + space + ":"
        appendValue(to: &text, depth: depth + 2, using: &random)
      }
      text += "}"
    }
  }

  private static func appendString(to text: inout String, using random: inout SplitMix) {
    let parts = ["a", "é", "😀", "\\n", "\\\"", "\\\\", "\\u00e9", "\\uD83D\\uDE00", " ", "/"]
    text += "\""
    for _ in 0..<Int.random(in: 0..<6, using: &random) {
      text += parts.randomElement(using: &random) ?? ""
    }
    text += "\""
  }
}
