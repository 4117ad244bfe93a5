package import PolicyPacks

/// Why a run has no result.
package enum CheckFailure: Error, Hashable, Sendable {
  /// The diagnostics say why.
  case diagnosed
  /// There is nothing to select.
  case selection(SelectionError)
  /// An input has more bytes than can be read.
  case tooLarge(input: String)
  /// An input that was to be opened when it is needed cannot be.
  case unreadable(input: String, UnreadableInput)
}

extension CheckFailure {
  /// What is wrong, in words; empty when the diagnostics say it.
  package var message: String {
    switch self {
    case .diagnosed: ""
    case .selection(let error): error.message
    case .tooLarge(let input): "`\(input)` is larger than 4 GB"
    case .unreadable(let input, let error): "the input `\(input)` cannot be read: \(error.message)"
    }
  }

  /// What to do about it.
  package var help: String? {
    switch self {
    case .diagnosed, .tooLarge, .unreadable: nil
    case .selection(let error): error.help
    }
  }
}
