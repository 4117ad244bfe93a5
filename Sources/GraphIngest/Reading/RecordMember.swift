/// The members that a resource of a graph may have.
enum RecordMember: String, CaseIterable {
  case type
  case name
  case account
  case region
  case attributes
  /// What is for people, or for whoever wrote the graph; it is not looked at.
  case raw
}
