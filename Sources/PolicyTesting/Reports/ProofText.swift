internal import PolicyInterpreter
internal import SourceText

/// Prints proofs as indented lines.
struct ProofText {
  /// The texts of the expressions.
  let sources: SourceMap

  private static let lines = 24
  private static let width = 72

  /// Returns the lines of what decided the proof, each part below what it is a part of.
  func lines(of proof: Proof) -> [String] {
    var lines: [String] = []
    for child in proof.children { add(child, indent: 0, to: &lines) }
    guard lines.count > ProofText.lines else { return lines }
    return lines.prefix(ProofText.lines) + ["…"]
  }

  private func add(_ proof: Proof, indent: Int, to lines: inout [String]) {
    guard lines.count <= ProofText.lines else { return }
    var line = String(repeating: "  ", count: indent)
    line += OneLine.text(sources.text(in: proof.range), width: ProofText.width)
    line += " is \(OneLine.text(proof.result, width: ProofText.width))"
    if !proof.note.isEmpty { line += " (\(OneLine.text(proof.note, width: ProofText.width)))" }
    lines.append(line)
    for child in proof.children { add(child, indent: indent + 1, to: &lines) }
  }
}

/// Makes one line of any text.
enum OneLine {
  /// Returns the text with every run of white space and control characters as one space, cut to
  /// `width` characters.
  static func text(_ text: String, width: Int = .max) -> String {
    var result = ""
    var count = 0
    var isPending = false
    for character in text {
      if character.isWhitespace || character.unicodeScalars.contains(where: isControl) {
        isPending = !result.isEmpty
        continue
      }
      if count >= width { return result + "…" }
      if isPending { result.append(" ") }
      count += isPending ? 2 : 1
      isPending = false
      result.append(character)
    }
    return result
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
