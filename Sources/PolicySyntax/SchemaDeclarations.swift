/// `resource aws.ec2.Volume { … }`.
package struct ResourceDeclaration: Hashable, Sendable {
  package var documentation: [TokenID]
  package var name: QualifiedName
  /// `account`, `region` or `organization`, for the nodes that contain others.
  package var scope: TokenID?
  package var attributes: [AttributeDeclaration]

  package init(
    documentation: [TokenID], name: QualifiedName, scope: TokenID?,
    attributes: [AttributeDeclaration]
  ) {
    self.documentation = documentation
    self.name = name
    self.scope = scope
    self.attributes = attributes
  }
}

/// `struct Attachment { … }`.
package struct StructureDeclaration: Hashable, Sendable {
  package var documentation: [TokenID]
  package var name: QualifiedName
  package var attributes: [AttributeDeclaration]

  package init(
    documentation: [TokenID], name: QualifiedName, attributes: [AttributeDeclaration]
  ) {
    self.documentation = documentation
    self.name = name
    self.attributes = attributes
  }
}

/// `encrypted: Bool = false when absent`.
package struct AttributeDeclaration: Hashable, Sendable {
  package var documentation: [TokenID]
  package var name: TokenID
  package var type: TypeNameID
  /// What absence means.
  package var valueWhenAbsent: ExpressionID?
  /// Whether the value identifies the resource.
  package var isKey: Bool
  /// Within what the key is unique: `account`, `region`; everywhere when there is none.
  package var keyScope: TokenID?
  /// The edge this one is the other direction of.
  package var inverse: TokenID?
  /// The names it had before.
  package var formerNames: [TokenID]

  package init(
    documentation: [TokenID], name: TokenID, type: TypeNameID, valueWhenAbsent: ExpressionID?,
    isKey: Bool, keyScope: TokenID?, inverse: TokenID?, formerNames: [TokenID]
  ) {
    self.documentation = documentation
    self.name = name
    self.type = type
    self.valueWhenAbsent = valueWhenAbsent
    self.isKey = isKey
    self.keyScope = keyScope
    self.inverse = inverse
    self.formerNames = formerNames
  }
}

/// `enum aws.iam.KeyStatus { Active  Inactive }`.
package struct EnumerationDeclaration: Hashable, Sendable {
  package var documentation: [TokenID]
  package var name: QualifiedName
  package var cases: [EnumCaseDeclaration]

  package init(documentation: [TokenID], name: QualifiedName, cases: [EnumCaseDeclaration]) {
    self.documentation = documentation
    self.name = name
    self.cases = cases
  }
}

/// `Tcp = "tcp" | "6"`, or `Other otherwise`.
package struct EnumCaseDeclaration: Hashable, Sendable {
  package var documentation: [TokenID]
  package var name: TokenID
  /// How sources spell the case, as string literals; as its name is spelt when empty.
  package var spellings: [ExpressionID]
  /// Whether the case stands for every spelling no other case has.
  package var isOtherwise: Bool

  package init(
    documentation: [TokenID], name: TokenID, spellings: [ExpressionID], isOtherwise: Bool
  ) {
    self.documentation = documentation
    self.name = name
    self.spellings = spellings
    self.isOtherwise = isOtherwise
  }
}
