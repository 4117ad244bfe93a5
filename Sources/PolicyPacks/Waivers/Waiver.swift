package import DomainValues
package import SourceText

/// The acceptance of findings by somebody, for a reason and a time.
package struct Waiver: Sendable {
  /// What the findings are of.
  package enum Subject: Sendable {
    /// A rule, by its name, and where that is written.
    case rule(String, SourceRange)
    /// A control: all rules that decide it.
    case control(ControlPattern)
  }

  /// A status that a waiver may cover.
  package enum Status: String, Hashable, Sendable, CaseIterable {
    case fail
    case unknown
  }

  /// What it is known by.
  package let id: String

  /// What the findings are of.
  package let subject: Subject

  /// The control that it names, if it is not for a rule.
  package var control: ControlPattern? {
    switch subject {
    case .rule: nil
    case .control(let pattern): pattern
    }
  }

  /// Which resources: those that one of the patterns matches; all when there is none.
  package let resources: [ResourcePattern]

  /// Which elements of a failure; the whole failure when there is none.
  package let elements: [ElementPattern]

  /// The statuses that are covered.
  package let statuses: [Status]

  /// Why.
  package let reason: String

  /// Who answers for it.
  package let owner: String

  /// Where it was decided; empty when the file does not say.
  package let ticket: String

  /// The start of the day on which it was granted.
  package let granted: Timestamp

  /// The start of the last day on which it holds.
  package let expires: Timestamp

  /// Where its id is written.
  package let range: SourceRange

  /// Creates the waiver that a test of the rule called `rule` writes at `range`, of the failures of
  /// the resources that match `address`, or of all if there is none; it holds at `now`.
  package init(
    inTestOf rule: String, address: String?, elements: [String], now: Timestamp,
    at range: SourceRange
  ) {
    self.init(
      id: "", subject: .rule(rule, range),
      resources: address.map {
        [ResourcePattern(type: nil, address: $0, id: nil, scope: .everything)]
      } ?? [], elements: elements.map { .text($0) }, statuses: [.fail], reason: "", owner: "",
      ticket: "", granted: now, expires: now, range: range)
  }

  init(
    id: String, subject: Subject, resources: [ResourcePattern], elements: [ElementPattern],
    statuses: [Status], reason: String, owner: String, ticket: String, granted: Timestamp,
    expires: Timestamp, range: SourceRange
  ) {
    self.id = id
    self.subject = subject
    self.resources = resources
    self.elements = elements
    self.statuses = statuses
    self.reason = reason
    self.owner = owner
    self.ticket = ticket
    self.granted = granted
    self.expires = expires
    self.range = range
  }

  /// What is said of it.
  package enum Standing: String, Hashable, Sendable, CaseIterable {
    /// It holds.
    case inForce = "in_force"
    /// It does not hold yet.
    case future
    /// It does not hold any more.
    case expired
  }

  /// Returns whether it holds at `now`: from the start of the day on which it was granted to the
  /// end of the day on which it expires, in UTC.
  package func standing(at now: Timestamp) -> Standing {
    if now < granted { return .future }
    return now.since(expires).milliseconds < Waiver.day ? .inForce : .expired
  }

  /// The milliseconds of a day.
  static let day: Int64 = 86_400_000
}
