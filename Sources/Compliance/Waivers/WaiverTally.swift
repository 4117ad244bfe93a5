/// What became of a waiver so far.
struct WaiverTally {
  /// The findings that it covers, whether it holds or not.
  var covered = 0

  /// The findings that are waived by it, alone or with others.
  var waived = 0

  /// The findings of which it cannot be told whether it covers them.
  var undecided = 0

  /// The first waiver that covered something before it, as a 0-based index.
  var shadow: Int?
}
