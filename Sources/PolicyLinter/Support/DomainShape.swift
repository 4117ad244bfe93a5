internal import DomainValues

/// A type of the language that a text is a value of, although it is written as a `String`.
enum DomainShape: String {
  case arn = "Arn"
  case cidr = "Cidr"
  case duration = "Duration"
  case timestamp = "Timestamp"

  /// Returns the type that the text `text` is a value of, if it is one of these.
  init?(of text: String) {
    if text.hasPrefix("arn:"), (try? Arn.parse(text)) != nil {
      self = .arn
    } else if text.contains("/"), (try? Cidr.parse(text)) != nil {
      self = .cidr
    } else if text.contains("-"), (try? Timestamp.parse(text)) != nil {
      self = .timestamp
    } else if (try? PolicyDuration.parse(text)) != nil {
      self = .duration
    } else {
      return nil
    }
  }

  /// Returns the type that the regular expression looks for values of, if it is one of these; an
  /// address is what has at least `leastNumbers` with points between them.
  init?(ofRegex text: String, leastNumbers: Int) {
    var rest = text[...]
    if rest.hasPrefix("^") { rest = rest.dropFirst() }
    let dates = ["\\d{4}-\\d{2}", "[0-9]{4}-[0-9]{2}", "\\d\\d\\d\\d-\\d\\d"]
    if rest.hasPrefix("arn:") {
      self = .arn
    } else if DottedNumbers.longest(in: text) >= leastNumbers {
      self = .cidr
    } else if dates.contains(where: rest.contains) {
      self = .timestamp
    } else {
      return nil
    }
  }

  /// What its values are called.
  var noun: String {
    switch self {
    case .arn: "an ARN"
    case .cidr: "a block of addresses"
    case .duration: "a duration"
    case .timestamp: "an instant"
    }
  }
}
