/// What a rule says of a resource.
package enum Status: String, Hashable, Sendable, CaseIterable {
  case pass
  case fail
  case notApplicable = "not_applicable"
  case unknown
}
