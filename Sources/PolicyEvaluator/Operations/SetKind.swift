/// What a set of numbers is a set of.
enum SetKind: Hashable, Sendable {
  case addresses, ports
}
