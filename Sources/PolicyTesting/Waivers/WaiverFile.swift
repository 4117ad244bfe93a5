package import PolicyPacks

/// What a file of waivers that a case names brings.
package enum WaiverFile: Sendable {
  /// The waivers that speak of the rule of the case.
  case waivers([Waiver])
  /// Why it could not be read, in one sentence.
  case problem(String)
}
