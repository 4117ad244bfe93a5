package import DomainValues
package import ResourceModel
internal import SourceText

/// A truth with the causes of its being unknown.
package struct Answer: Hashable {
  /// Whether it is so.
  package let truth: Truth

  /// Why it is not known, each cause once; empty iff the truth is decided.
  package let causes: [Cause]

  /// It is so.
  package static let yes = Answer(truth: .true, causes: [])

  /// It is not so.
  package static let no = Answer(truth: .false, causes: [])

  /// Returns the answer that is not known because of `causes`.
  static func unknown(_ causes: [Cause]) -> Answer {
    Answer(truth: .unknown, causes: causes.distinct.bounded)
  }

  private init(truth: Truth, causes: [Cause]) {
    self.truth = truth
    self.causes = causes
  }

  /// Creates the answer that `isTrue` decides.
  package init(_ isTrue: Bool) {
    self = isTrue ? .yes : .no
  }

  /// Creates the answer that a `Bool` that was read gives.
  package init(_ reading: Reading) {
    switch reading {
    case .value(.bool(let isTrue)): self.init(isTrue)
    case .unknown(let causes): self = .unknown(causes)
    case .value, .absent: self = .unknown([Cause(.malformed, "not a Bool")])
    }
  }

  /// The decided answers, made once, because most terms of rules and mappings give one of them.
  private static let (trueReading, falseReading) = (
    Reading.value(.bool(true)), Reading.value(.bool(false))
  )

  /// The answer as a `Bool` that was computed.
  package var reading: Reading {
    switch truth {
    case .true: Answer.trueReading
    case .false: Answer.falseReading
    case .unknown: .unknown(causes)
    }
  }

  /// Returns the answer as what was computed from something at `origin`.
  func cell(at origin: SourceRange?) -> Cell { Cell(reading, origin: origin) }

  /// The opposite.
  var negated: Answer { Answer(truth: !truth, causes: causes) }

  /// Returns whether both are so; causes are kept only where they leave it open.
  package func and(_ other: Answer) -> Answer { combined(with: other, truth && other.truth) }

  /// Returns whether one of them is so; causes are kept only where they leave it open.
  func or(_ other: Answer) -> Answer { combined(with: other, truth || other.truth) }

  /// Returns this answer if it decides `decided`; else unknown if there is a cause for doubt, and
  /// the opposite of `decided` otherwise.
  static func unless(_ found: Answer?, doubts: [Cause], otherwise: Answer) -> Answer {
    if let found { return found }
    return doubts.isEmpty ? otherwise : .unknown(doubts)
  }

  private func combined(with other: Answer, _ truth: Truth) -> Answer {
    Answer(
      truth: truth, causes: truth == .unknown ? causes.merged(with: other.causes).bounded : [])
  }
}
