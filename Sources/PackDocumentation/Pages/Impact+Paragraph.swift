internal import PolicyPacks

extension Impact {
  /// The sentence about it under what to do.
  var paragraph: Block { .paragraph([.strong("Impact:"), .text(" \(summary)")]) }
}
