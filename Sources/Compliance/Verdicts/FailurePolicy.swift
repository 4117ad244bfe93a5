package import PolicyIR

/// What makes a run fail, as `--fail-on` says.
///
/// It is a list with commas: `fail` (any failure), `fail:SEVERITY` (failures of that severity or
/// above), `unknown` (anything undecided), `waivers` (a waiver with which something is wrong), or
/// `never` alone.
package struct FailurePolicy: Hashable, Sendable {
  /// Why a text is no failure policy.
  package enum ParseError: Error, Hashable, Sendable {
    /// The word means nothing.
    case unknownWord(String)
    /// What follows `fail:` is no severity.
    case unknownSeverity(String)
    /// `never` stands beside other words.
    case neverWithOthers
  }

  /// The least severity of failures that count, or `nil` when none counts.
  package let leastSeverity: Severity?

  /// Whether what is undecided counts.
  package let countsUnknown: Bool

  /// Whether waivers count with which something is wrong.
  package let countsWaivers: Bool

  /// Any failure and anything undecided.
  package static let standard = FailurePolicy(leastSeverity: .low, countsUnknown: true)

  /// Creates a policy.
  package init(leastSeverity: Severity?, countsUnknown: Bool, countsWaivers: Bool = false) {
    self.leastSeverity = leastSeverity
    self.countsUnknown = countsUnknown
    self.countsWaivers = countsWaivers
  }

  /// Returns the policy that `text` writes.
  package static func parse(_ text: String) throws(ParseError) -> FailurePolicy {
    var least: Severity?
    var countsUnknown = false
    var countsWaivers = false
    let words = text.split(separator: ",", omittingEmptySubsequences: false).map {
      String($0.filter { $0 != " " })
    }
    for word in words {
      if word == "fail" {
        least = .low
      } else if word == "unknown" {
        countsUnknown = true
      } else if word == "waivers" {
        countsWaivers = true
      } else if word.hasPrefix("fail:") {
        let name = String(word.dropFirst(5))
        guard let severity = Severity(rawValue: name) else { throw .unknownSeverity(name) }
        least = Swift.min(least ?? severity, severity)
      } else if word == "never" {
        guard words.count == 1 else { throw .neverWithOthers }
      } else {
        throw .unknownWord(word)
      }
    }
    return FailurePolicy(
      leastSeverity: least, countsUnknown: countsUnknown, countsWaivers: countsWaivers)
  }

  /// The policy as it is written.
  package var label: String {
    var words: [String] = []
    if let leastSeverity {
      words.append(leastSeverity == .low ? "fail" : "fail:\(leastSeverity.rawValue)")
    }
    if countsUnknown { words.append("unknown") }
    if countsWaivers { words.append("waivers") }
    return words.isEmpty ? "never" : words.joined(separator: ",")
  }
}

extension FailurePolicy.ParseError {
  /// What is wrong, in words: lower case, no final period.
  package var message: String {
    switch self {
    case .unknownWord(let word):
      "`\(word)` is not `fail`, `fail:SEVERITY`, `unknown`, `waivers` or `never`"
    case .unknownSeverity(let word):
      "`\(word)` is no severity; write `low`, `medium`, `high` or `critical`"
    case .neverWithOthers: "`never` stands alone"
    }
  }
}
