package import ResourceModel
package import SourceText

/// A function of a pack.
package struct Function: Sendable {
  /// The name.
  package let name: String
  /// The pack it is declared in.
  package let pack: String
  /// Whether only its own pack sees it.
  package let isPrivate: Bool
  /// The parameters, which are in slots 0 and up.
  package let parameters: [Parameter]
  /// The type of the result.
  package let result: TypeID
  /// What it computes.
  package var body: TermID
  /// The number of slots it needs.
  package let slotCount: Int
  /// The doc comment, without its slashes.
  package let documentation: String
  /// Where the name is declared.
  package let range: SourceRange

  /// Creates a function.
  package init(
    name: String, pack: String, isPrivate: Bool = false, parameters: [Parameter],
    result: TypeID, body: TermID, slotCount: Int, documentation: String, range: SourceRange
  ) {
    self.name = name
    self.pack = pack
    self.isPrivate = isPrivate
    self.parameters = parameters
    self.result = result
    self.body = body
    self.slotCount = slotCount
    self.documentation = documentation
    self.range = range
  }
}
