package import PolicyIR

/// What is known of a control, or of a rule over all its resources.
///
/// The first case that occurs among the parts is the status of the whole.
package enum ControlStatus: String, Hashable, Sendable, CaseIterable {
  /// Something is not as it should be.
  case fail
  /// Something that is needed to tell is not known, or was not collected.
  case unknown
  /// Something was judged, and all of it is as it should be.
  case pass
  /// There are resources, and none that it is about.
  case notApplicable = "not_applicable"
  /// There are no resources, and the input would show them.
  case noResources = "no_resources"
  /// Only a person can tell.
  case manual
  /// Only a person can tell, and one did, for the time being.
  case attested
  /// No rule decides it yet.
  case notImplemented = "not_implemented"

  /// Creates the status that one resource alone would give.
  package init(_ status: Status) {
    self =
      switch status {
      case .pass: .pass
      case .fail: .fail
      case .notApplicable: .notApplicable
      case .unknown: .unknown
      }
  }

  /// The status of a control of which rules that together have this one decide only a part: that
  /// something is wrong, or not known, is certain; the rest is for a person to tell.
  package var ofPart: ControlStatus {
    switch self {
    case .fail, .unknown, .manual, .attested, .notImplemented: self
    case .pass, .notApplicable, .noResources: .manual
    }
  }

  /// Returns the status of something with parts of the statuses `parts`, or `nil` without parts.
  package static func combined(_ parts: some Sequence<ControlStatus>) -> ControlStatus? {
    parts.min { $0.order < $1.order }
  }

  /// The number of statuses.
  static let count = allCases.count

  /// The 0-based place among the cases.
  var order: Int {
    switch self {
    case .fail: 0
    case .unknown: 1
    case .pass: 2
    case .notApplicable: 3
    case .noResources: 4
    case .manual: 5
    case .attested: 6
    case .notImplemented: 7
    }
  }
}
