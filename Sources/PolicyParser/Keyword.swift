/// A word that the grammar gives a meaning, somewhere.
enum Keyword: String, CaseIterable, Sendable {
  case absent
  case account
  case adopted
  case all
  case and
  case any
  case `as`
  case at
  case because
  case by
  case `case`
  case count
  case covers
  case `else`
  case empty
  case `enum`
  case exactly
  case expect
  case fail
  case `false`
  case fn
  case formerly
  case `for`
  case given
  case group
  case `if`
  case implies
  case `in`
  case inverse
  case `is`
  case join
  case key
  case `let`
  case map
  case match
  case matches
  case max
  case meets
  case min
  case noResources = "no_resources"
  // Not named `none`, which would mean `nil` wherever a keyword is optional.
  case noneOf = "none"
  case not
  case notApplicable = "not_applicable"
  case now
  case of
  case on
  case onEmpty = "on_empty"
  case or
  case organization
  case otherwise
  case pass
  case present
  case `private`
  case reaches
  case region
  case remediation
  case require
  case resource
  case row
  case rule
  case scope
  case severity
  case snapshot
  case `struct`
  case sum
  case survivor
  case test
  case then
  case to
  case `true`
  case unknown
  case via
  case waive
  case waived
  case waivers
  case when
  case `where`
  case with
  case world

  /// Whether the word cannot name a variable, because expressions would be ambiguous.
  var isReserved: Bool {
    switch self {
    case .absent, .all, .and, .any, .as, .count, .covers, .else, .exactly, .false, .for, .if,
      .implies, .in, .is, .let, .match, .matches, .max, .meets, .min, .noneOf, .not, .now, .or,
      .reaches, .require, .sum, .then, .true, .where, .world:
      true
    case .account, .adopted, .at, .because, .by, .case, .empty, .enum, .expect, .fail, .fn,
      .formerly, .given, .group, .inverse, .join, .key, .map, .noResources, .notApplicable, .of,
      .on, .onEmpty, .organization, .otherwise, .pass, .present, .private, .region, .remediation,
      .resource, .row, .rule, .scope, .severity, .snapshot, .struct, .survivor, .test, .to,
      .unknown, .via, .waive, .waived, .waivers, .when, .with:
      false
    }
  }

  /// Whether the word is a value by itself, so that an operator may follow.
  var isOperand: Bool {
    self == .now || self == .world || self == .absent || self == .true || self == .false
  }

  /// Whether a test may expect it.
  var isStatus: Bool {
    switch self {
    case .pass, .fail, .unknown, .notApplicable, .noResources: true
    default: false
    }
  }

  /// Those that a test may expect.
  static let statuses = allCases.filter(\.isStatus)

  /// Whether it is a status of a finding, which may be waived.
  var isWaivable: Bool { self == .fail || self == .unknown }
}
