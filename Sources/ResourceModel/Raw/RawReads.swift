package import SourceText

/// Which members of raw resources mappings may read; the rest need not be collected.
package struct RawReads: Hashable, Sendable {
  /// The members of raw resources of one type.
  package enum Members: Hashable, Sendable {
    /// Those with the names.
    case named(Set<ExactText>)
    /// All.
    case all
  }

  /// What is read of raw resources of a type, if that is more than what is read of any.
  private var byType: [ExactText: Members] = [:]

  /// What is read of raw resources of whatever type.
  private var ofAny = Members.named([])

  /// Creates reads of nothing.
  package init() {}

  /// The reads of all members.
  package static var everything: RawReads {
    var reads = RawReads()
    reads.insertAllOfAnyType()
    return reads
  }

  /// Returns what is read of raw resources of `type`.
  package func members(of type: String) -> Members {
    switch (ofAny, byType[ExactText(type)] ?? .named([])) {
    case (.named(let general), .named(let own)): .named(general.union(own))
    case (.all, _), (_, .all): .all
    }
  }

  /// Adds the member `name` of raw resources of `type`.
  package mutating func insert(_ name: String, of type: String) {
    byType[ExactText(type), default: .named([])].insert(name)
  }

  /// Adds the member `name` of raw resources of whatever type.
  package mutating func insertOfAnyType(_ name: String) { ofAny.insert(name) }

  /// Adds all members of raw resources of `type`.
  package mutating func insertAll(of type: String) { byType[ExactText(type)] = .all }

  /// Adds all members of all raw resources.
  package mutating func insertAllOfAnyType() { ofAny = .all }
}

extension RawReads.Members {
  /// Returns whether the member `name` is one of them.
  package func contains(_ name: String) -> Bool {
    switch self {
    case .named(let names): names.contains(ExactText(name))
    case .all: true
    }
  }

  /// Adds the member `name`.
  fileprivate mutating func insert(_ name: String) {
    // Taken out, so that the set is not copied.
    guard case .named(var names) = self else { return }
    self = .all
    names.insert(ExactText(name))
    self = .named(names)
  }
}
