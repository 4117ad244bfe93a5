internal import ArgumentParser
internal import Glibc

/// When colour is used.
enum ColorChoice: String, WordArgument {
  case auto
  case always
  case never

  /// Returns `true` iff what is written to the open file `descriptor`, or to a new one, is to be
  /// coloured.
  ///
  /// By itself colour is used only on a terminal, and not where `NO_COLOR` asks for none.
  func applies(to descriptor: Int32?) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto:
      let isRefused = ColorChoice.environment("NO_COLOR").map { !$0.isEmpty } ?? false
      return descriptor.map { isatty($0) == 1 } == true && !isRefused
        && ColorChoice.environment("TERM") != "dumb"
    }
  }

  private static func environment(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }
}
