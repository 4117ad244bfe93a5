internal import SourceText

/// Something that is wrong with a waiver.
package enum WaiverNotice: Hashable, Sendable {
  /// It does not hold any more; so many findings would be covered.
  case expired(findings: Int)
  /// It does not hold yet; so many findings would be covered.
  case future(findings: Int)
  /// It covers nothing.
  case unused
  /// Nothing that it speaks of is evaluated in this run.
  case notEvaluated
  /// It covers more findings than a waiver may without this notice.
  case tooBroad(findings: Int, limit: Int)
  /// It names no resource and no element, so that it covers whatever comes.
  case wholeSubject
  /// Whatever it covers is covered by the waiver with this id before it.
  case shadowed(by: String)
  /// It cannot be told whether it covers so many findings, which stay active.
  case undecided(findings: Int)

  /// Whether somebody has to mend it.
  package var isFault: Bool {
    switch self {
    case .future, .notEvaluated: false
    case .expired, .unused, .tooBroad, .wholeSubject, .shadowed, .undecided: true
    }
  }

  /// The kind in one word.
  package var word: String {
    switch self {
    case .expired: "expired"
    case .future: "future"
    case .unused: "unused"
    case .notEvaluated: "not_evaluated"
    case .tooBroad: "too_broad"
    case .wholeSubject: "whole_subject"
    case .shadowed: "shadowed"
    case .undecided: "undecided"
    }
  }

  /// What is wrong, in words: lower case, no final period.
  package var message: String {
    switch self {
    case .expired(let count):
      "it has expired"
        + (count == 0
          ? ", and covers nothing"
          : "; \(count.counted("finding")) \(count == 1 ? "counts" : "count") again")
    case .future(let count):
      "it does not hold yet"
        + (count == 0
          ? ", and would cover nothing"
          : "; \(count.counted("finding")) \(count == 1 ? "counts" : "count") until then")
    case .unused: "it covers nothing"
    case .notEvaluated: "nothing that it speaks of is evaluated in this run"
    case .tooBroad(let count, let limit):
      "it covers \(count.counted("finding")), more than \(limit)"
    case .wholeSubject: "it names no resources and no elements, so that it covers whatever comes"
    case .shadowed(let id): "whatever it covers, `\(id)` covers already"
    case .undecided(let count):
      "it cannot be told whether it covers \(count.counted("finding")), which "
        + (count == 1 ? "counts" : "count")
    }
  }
}
