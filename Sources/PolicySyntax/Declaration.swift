/// A declaration, as written.
package enum Declaration: Hashable, Sendable {
  /// Text that is no declaration; it was reported.
  case error
  case resource(ResourceDeclaration)
  case structure(StructureDeclaration)
  case enumeration(EnumerationDeclaration)
  case function(FunctionDeclaration)
  case rule(RuleDeclaration)
  case mapping(MappingDeclaration)
  case test(TestDeclaration)
  case survivor(SurvivorDeclaration)
}
