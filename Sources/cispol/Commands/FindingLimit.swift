internal import ArgumentParser

/// What `--findings` may say.
enum FindingLimit: ExpressibleByArgument {
  /// There is no limit.
  case all
  /// At most so many.
  case most(Int)

  init?(argument: String) {
    if argument == "all" {
      self = .all
    } else if let number = Int(argument), number >= 0 {
      self = .most(number)
    } else {
      return nil
    }
  }
}
