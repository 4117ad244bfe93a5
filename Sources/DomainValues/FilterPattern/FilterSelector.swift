package import SourceText

/// A path to a field of a log event, like `$.userIdentity.type`.
package struct FilterSelector: Hashable, Sendable {
  /// One step of a path.
  package enum Step: Hashable, Sendable {
    /// The member of an object with this name.
    case member(ExactText)

    /// The element of an array at this 0-based index.
    case element(Int64)

    /// Any element of an array.
    case anyElement
  }

  /// The steps from the event to the field.
  package let steps: [Step]

  /// Creates the path of `steps`.
  package init(_ steps: [Step]) {
    self.steps = steps
  }

  /// Creates the path through the objects that have members with these `names`.
  package init(members names: String...) {
    steps = names.map { .member(ExactText($0)) }
  }

  /// Whether the path can lead to several fields of one event.
  var isAmbiguous: Bool { steps.contains(.anyElement) }

  /// Returns `true` iff this path leads through the field of `other` to one inside it.
  func leads(through other: FilterSelector) -> Bool {
    steps.count > other.steps.count && steps.starts(with: other.steps)
  }
}

extension FilterSelector: CustomStringConvertible {
  package var description: String {
    "$"
      + steps.map { step in
        switch step {
        case .member(let name):
          FilterSelector.isPlain(name.text)
            ? ".\(name)" : "['\(FilterSelector.escaped(name.text))']"
        case .element(let index): "[\(index)]"
        case .anyElement: "[*]"
        }
      }.joined()
  }

  private static func isPlain(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.allSatisfy(isPlain)
  }

  /// Returns `true` iff `byte` may stand in a name without quotes.
  static func isPlain(_ byte: UInt8) -> Bool {
    ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte >= 0x80 || "_-@#:/".utf8.contains(byte)
  }

  private static func escaped(_ name: String) -> String {
    var text = ""
    for scalar in name.unicodeScalars {
      if scalar == "'" || scalar == "\\" { text.append("\\") }
      text.unicodeScalars.append(scalar)
    }
    return text
  }
}
